import { contextBridge } from 'electron/renderer';
import { desktopBridge } from './bridge.ts';

contextBridge.exposeInMainWorld('muster', desktopBridge());
