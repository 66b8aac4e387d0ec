const UNITS = [
  { bytes: 1e9, name: "GB", digits: 1 },
  { bytes: 1e6, name: "MB", digits: 1 },
  { bytes: 1e3, name: "kB", digits: 0 },
] as const;

/**
 * How much of a file was sent: "42% of 1.2 GB". Never 100% before it is all there.
 * @param share 0 to 1
 */
export function sentWords(share: number, sizeBytes: number): string {
  const unit = UNITS.find(({ bytes }) => sizeBytes >= bytes);
  const size = unit ? `${(sizeBytes / unit.bytes).toFixed(unit.digits)} ${unit.name}` : `${sizeBytes} bytes`;
  return `${Math.floor(share * 100)}% of ${size}`;
}
