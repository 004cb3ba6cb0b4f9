/** "Liên đoàn Lao động" → "lien doan lao dong". The database folds the same way and also takes y and i for one. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/** The words of a search, folded; nothing in them means anything to a regular expression. */
export function searchWords(text: string): string[] {
  return withoutMarks(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A name as a piece of an address: "Khối thi đua MTTQ & đoàn thể" → "khoi-thi-dua-mttq-doan-the". */
export function slugOf(name: string): string {
  return withoutMarks(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
