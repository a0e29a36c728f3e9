/** The ten-thousandths of a decimal as reconciliations write it: 12.50 has 125000. */
export function tenThousandths(decimal: string): bigint {
  const [whole = '', places = ''] = decimal.split('.');
  return BigInt(whole + places.padEnd(4, '0'));
}
