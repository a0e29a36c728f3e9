import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { tellProblem } from '../components/tell.tsx';
import styles from './drop-zone.module.css';
import { droppedFiles } from './dropped-files.ts';

/** The whole window takes files: a veil says so while some are held over it. */
export function DropZone(props: { readonly words: string; onFiles(files: readonly File[]): void }) {
  const { words } = props;
  const [over, setOver] = useState(false);
  const onFiles = useRef(props.onFiles);
  onFiles.current = props.onFiles;
  useEffect(() => {
    let depth = 0;
    const withFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!withFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!withFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hold = (event: DragEvent) => {
      if (withFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!event.dataTransfer || !withFiles(event)) return;
      event.preventDefault();
      droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles.current(files);
      }, tellProblem);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={styles.veil} aria-hidden>
      <div className={styles.card}>
        <FileDown size={28} />
        <p>{words}</p>
      </div>
    </div>
  );
}
