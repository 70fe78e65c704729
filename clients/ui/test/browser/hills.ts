/** The bytes of a picture of hills, as good as any; runs in a page. */
export async function hills(number: number): Promise<number[]> {
  const canvas = new OffscreenCanvas(number === 2 ? 600 : 800, number === 2 ? 900 : 600);
  const pen = canvas.getContext('2d')!;
  const { width, height } = canvas;
  for (let layer = 0; layer < 6; layer++) {
    pen.fillStyle = `hsl(${215 + number * 40 + layer * 14} 55% ${78 - layer * 11}%)`;
    pen.beginPath();
    pen.moveTo(0, height);
    for (let x = 0; x <= width; x += 10) {
      pen.lineTo(x, height * (0.15 * layer + 0.12 * Math.sin(x / (90 + layer * 30) + layer)));
    }
    pen.lineTo(width, height);
    pen.fill();
  }
  return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
}
