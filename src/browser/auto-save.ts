import { postJson, type Answer } from './post.ts'

const pauseMs = 800
const retryMs = 5000

const inVietnam = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' } as const

/** Saves the form inside a moment after the last key; a conflict leads to the page that shows both texts. */
export class AutoSave extends HTMLElement {
  #timer: number | undefined
  #changed = false

  connectedCallback() {
    const form = this.querySelector('form')
    if (form === null) return
    form.addEventListener('input', () => this.#later(form))
    form.addEventListener('change', () => this.#later(form))
    form.addEventListener('submit', () => this.#forget())
    form.addEventListener('kept', () => this.#forget())
    addEventListener('beforeunload', (event) => {
      if (this.#changed) event.preventDefault()
    })
  }

  #forget() {
    clearTimeout(this.#timer)
    this.#changed = false
  }

  #later(form: HTMLFormElement) {
    this.#changed = true
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#save(form), pauseMs)
  }

  async #save(form: HTMLFormElement) {
    const sent = new FormData(form)
    const answer = await postJson(form.action, sent)
    writeFields(form, answer.body.fields)
    if (answer.status === 409) {
      this.#forget()
      form.requestSubmit()
      return
    }
    if (answer.status !== 200) return this.#failed(form, answer)
    const { version, savedAt } = answer.body
    const field = form.elements.namedItem('version')
    if (field instanceof HTMLInputElement && version !== undefined) field.value = String(version)
    fillEmpty(form, answer.body.text)
    this.#changed = sameText(sent, new FormData(form)) ? false : this.#changed
    return this.#say('saved', savedWords(savedAt, answer.body.message))
  }

  /** What was wrong is said; what was only unlucky is tried again. */
  #failed(form: HTMLFormElement, { status, body }: Answer) {
    const isUnlucky = status === 0 || status >= 500
    if (isUnlucky) this.#timer = window.setTimeout(() => void this.#save(form), retryMs)
    this.#say('failed', isUnlucky ? undefined : body.message)
  }

  #say(state: 'saved' | 'failed', text: string | undefined) {
    const line = this.querySelector<HTMLElement>('[data-saved]')
    if (line === null) return
    line.parentElement?.classList.add('told')
    line.parentElement?.classList.toggle('failed', state === 'failed')
    line.textContent = text ?? line.dataset['failed'] ?? ''
  }
}

/** When it was saved, and what of it someone should look at again. */
function savedWords(savedAt: string | undefined, remark: string | undefined): string {
  const time = new Date(savedAt ?? Date.now()).toLocaleTimeString('vi', inVietnam)
  const saved = document.documentElement.lang === 'en' ? `saved at ${time}` : `đã lưu lúc ${time}`
  return remark === undefined ? saved : `${saved}. ${remark}`
}

/** Such as the version of each cell, so that the next saving knows of this one, and what follows from what was typed. */
function writeFields(form: HTMLFormElement, fields: Answer['body']['fields']) {
  for (const [name, value] of Object.entries(fields ?? {})) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLOutputElement) field.value = value
  }
}

/** What the server wrote where the person had left the text to it. */
function fillEmpty(form: HTMLFormElement, text: string | undefined) {
  const field = form.elements.namedItem('text')
  if (field instanceof HTMLTextAreaElement && field.value === '' && text !== undefined) field.value = text
}

const isOfServer = (name: string) => name === 'version' || name.startsWith('r.')

/** Whether nothing was typed while the answer was on its way. */
function sameText(one: FormData, other: FormData): boolean {
  return [...one.entries()].every(([name, value]) => isOfServer(name) || other.get(name) === value)
}
