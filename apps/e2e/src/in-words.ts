/** Milliseconds as people read them, such as `1 min 12 s`. */
export function inWords(milliseconds: number): string {
  const all = Math.round(milliseconds / 1000);
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds} s`;
}
