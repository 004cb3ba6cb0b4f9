import { Upload } from 'tus-js-client'
import { say } from './say.ts'

const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000, 60_000]
const chunkSize = 4 * 1024 * 1024
/** The hash is taken of the whole file at once; beyond this an old computer has not the memory. */
const mostHashed = 128 * 1024 * 1024

async function hashOf(file: File): Promise<string | undefined> {
  // Only a page that came over https, or from this machine, may take hashes.
  if (!window.isSecureContext || file.size > mostHashed) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Sends the chosen file in parts while the form is being filled in, goes on after a broken line or a reload, and puts the
 * upload's name into the form in place of the file. Without script the plain input sends the file with the form.
 */
export class ResumableUpload extends HTMLElement {
  #current: Upload | undefined

  connectedCallback() {
    this.addEventListener('change', ({ target }) => {
      const file = target instanceof HTMLInputElement && target.type === 'file' ? target.files?.[0] : undefined
      if (file !== undefined) void this.#send(file)
    })
  }

  get #input() {
    return this.querySelector<HTMLInputElement>('input[type=file]')
  }

  #show(key: string, share?: number) {
    say(this, key)
    const meter = this.querySelector('progress')
    if (meter === null) return
    meter.hidden = share === undefined
    meter.value = share ?? 0
  }

  #hold(isHeld: boolean) {
    this.#input?.setCustomValidity(isHeld ? (this.querySelector('[data-say=sending]')?.textContent ?? '…') : '')
    for (const button of this.closest('form')?.querySelectorAll('button') ?? []) button.disabled = isHeld
  }

  #done(upload: Upload) {
    const id = new URL(upload.url ?? '', location.href).pathname.split('/').pop() ?? ''
    const field = this.querySelector<HTMLInputElement>('input[name=upload]')
    if (field !== null) field.value = id
    if (this.#input !== null) this.#input.disabled = true
    this.#hold(false)
    this.#show('done')
  }

  async #send(file: File) {
    await this.#current?.abort()
    if (file.size > Number(this.dataset['mostBytes'] ?? Infinity)) {
      this.#show('tooLarge')
      return
    }
    this.#hold(true)
    this.#show('sending', 0)
    const sha256 = await hashOf(file)
    const upload = new Upload(file, {
      endpoint: this.dataset['endpoint'] ?? '',
      retryDelays,
      chunkSize,
      overridePatchMethod: true,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, ...(sha256 === undefined ? {} : { sha256 }) },
      onProgress: (sent, all) => this.#show('sending', sent / all),
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        if (status === 0) this.#show('waiting')
        return status === 0 || status === 409 || status >= 500
      },
      onError: () => {
        this.#hold(false)
        this.#show('failed')
      },
      onSuccess: () => this.#done(upload),
    })
    this.#current = upload
    const [before] = await upload.findPreviousUploads()
    if (before !== undefined) upload.resumeFromPreviousUpload(before)
    upload.start()
  }
}
