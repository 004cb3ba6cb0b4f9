/** Shows one of the sentences that the page brought along, or a sentence of the server. */
export function say(element: HTMLElement, key: string, sentence?: string): void {
  const place = element.querySelector('[data-progress]')
  if (place === null) return
  place.querySelectorAll('[data-said]').forEach((said) => said.remove())
  for (const line of place.querySelectorAll<HTMLElement>('[data-say]')) {
    line.hidden = sentence !== undefined || line.dataset['say'] !== key
  }
  if (sentence === undefined) return
  const said = document.createElement('span')
  said.dataset['said'] = ''
  said.textContent = sentence
  place.append(said)
}

/** The text of a field in the form. */
export function fieldText(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field.value : ''
}

/** While it works, the button waits. */
export function busy(form: HTMLFormElement, isBusy: boolean): void {
  for (const button of form.querySelectorAll('button')) button.disabled = isBusy
}
