/** How items of a list are marked, kind by kind: a list keeps to the kind that it begins with. */
const kinds = [
  String.raw`[-–—+•●▪◦*·]`,
  String.raw`\(?\d{1,2}[.)/](?=\s)`,
  String.raw`\(?[a-zđA-ZĐ][.)](?=\s)`,
  String.raw`(?:[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười) là[,:]?(?=\s)`,
  String.raw`[Tt]hứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?[,:](?=\s)`,
] as const

const marks = kinds.map((kind) => new RegExp(`^${kind}`, 'u'))

/** Marks that also divide items inside a line, after a stop or a colon. */
export const inlineMark = new RegExp(String.raw`(?<=[:;,.]\s+)(?:${kinds.slice(1).join('|')})`, 'gu')

/** Everything before an item's first word. */
export const leaders = new RegExp(String.raw`^(?:[\s:]|${kinds.join('|')})+`, 'u')

/** Which kind of mark a text begins with; -1 for none. */
export function markKind(text: string): number {
  return marks.findIndex((mark) => mark.test(text))
}
