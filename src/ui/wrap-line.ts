/** Breaks a text between words into lines of about so many letters; what does not fit ends in an ellipsis. */
export function wrapLine(text: string, longest: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= longest) lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`]
}
