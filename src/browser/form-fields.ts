type Fields = [name: string, value: string][]
type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isField = (field: unknown): field is Typed =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement

/** Whether somebody typed something else than what the page came with. */
function isChanged(field: Typed): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected)
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (field.type === 'hidden') return false
  return field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

/** "v.12" and "r.12" belong to the same cell. */
const cellOf = (name: string) => /^\w\.(.+)$/.exec(name)?.[1]

/** The cells of a grid in which something was typed; others must not stand in the way of who changes them meanwhile. */
function changedCells(form: HTMLFormElement): ReadonlySet<string> {
  const changed = [...form.elements].filter((field) => isField(field) && isChanged(field))
  return new Set(changed.flatMap((field) => cellOf(field.getAttribute('name') ?? '') ?? []))
}

/** What the form would send, files aside; of a grid the cells that were changed, when any was. */
export function typedFields(form: HTMLFormElement, button: HTMLElement | null, isWhole: boolean): Fields {
  const all = [...new FormData(form)].flatMap(([name, value]): Fields =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const cells = isWhole ? new Set<string>() : changedCells(form)
  const isSent = (cell: string | undefined) => cells.size === 0 || cell === undefined || cells.has(cell)
  const fields = all.filter(([name]) => isSent(cellOf(name)))
  return button instanceof HTMLButtonElement && button.name !== '' ? [...fields, [button.name, button.value]] : fields
}

export function fillForm(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name)
    const isTold = field instanceof HTMLInputElement && ['hidden', 'checkbox', 'radio'].includes(field.type)
    if (isField(field) && !isTold) field.value = value
  }
}

/** Sent as a form of its own: the page that answers shows what is wrong, or what stands there now. */
export function sendAsForm({ action, fields }: { action: string; fields: Fields }): void {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action, hidden: true })
  for (const [name, value] of fields) {
    const field = document.createElement('textarea')
    Object.assign(field, { name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
