export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const typedIn = 'input:not([type=hidden]):not([type=checkbox]), select, textarea'

/** The fields of a table as they stand on screen: one for each cell that has one. */
export function fieldsOf(host: HTMLElement): (Field | null)[][] {
  const rows = [...host.querySelectorAll('tbody tr')]
  const fields = rows.map((row) => [...row.children].map((cell) => cell.querySelector<Field>(typedIn)))
  return fields.filter((row) => row.some((field) => field !== null))
}

const isFree = (field: Field) => !field.disabled && !('readOnly' in field && field.readOnly)

/** A word that a list does not offer changes nothing. */
function put(field: Field, text: string) {
  if (!(field instanceof HTMLSelectElement)) field.value = text
  else field.value = [...field.options].find((option) => option.text.trim() === text)?.value ?? field.value
}

/** Cells as Excel puts them on the clipboard, from a column on; what falls beside the fields is left out. */
export function pasteBlock(rows: readonly (readonly (Field | null)[])[], column: number, text: string): void {
  for (const [row, line] of text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .entries()) {
    for (const [offset, cell] of line.split('\t').entries()) {
      const field = rows[row]?.[column + offset]
      if (field && isFree(field)) put(field, cell.trim())
    }
  }
}
