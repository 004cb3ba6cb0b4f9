import { toBase64 } from '#capabilities/signatures/base64.ts'
import { makeSignerKey, openSignerKey, proveKey, type SealedKey } from '#capabilities/signatures/keys/signer-key.ts'
import { postJson } from './post.ts'
import { busy, fieldText, say } from './say.ts'

const shortest = 12

/** Makes a signer's key here, or opens the one there is, and asks for its certificate under a mandate. */
export class MakeKey extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#make(form)
    })
  }

  #fault(form: HTMLFormElement): string | undefined {
    if (this.dataset['sealed'] !== undefined) return undefined
    const passphrase = fieldText(form, 'passphrase')
    if (passphrase.normalize('NFC').length < shortest) return 'tooShort'
    return passphrase === fieldText(form, 'repeat') ? undefined : 'different'
  }

  /** The key that is there already, else a new one. */
  async #pair(passphrase: string): Promise<{ publicKey: string; sealed: SealedKey }> {
    const { sealed: before, publicKey: known } = this.dataset
    if (before !== undefined && known !== undefined)
      return { publicKey: known, sealed: JSON.parse(before) as SealedKey }
    const { publicKey, sealed } = await makeSignerKey(passphrase)
    return { publicKey: toBase64(publicKey), sealed }
  }

  async #make(form: HTMLFormElement) {
    const fault = this.#fault(form)
    if (fault !== undefined) return say(this, fault)
    busy(form, true)
    say(this, 'making')
    const passphrase = fieldText(form, 'passphrase')
    const { publicKey, sealed } = await this.#pair(passphrase)
    const key = await openSignerKey(sealed, passphrase).catch(() => undefined)
    if (key === undefined) {
      busy(form, false)
      return say(this, 'wrongPassphrase')
    }
    const proof = await proveKey(key, new TextEncoder().encode(this.dataset['challenge']))
    const answer = await postJson(this.dataset['request'] ?? '', {
      publicKey,
      proof: toBase64(proof),
      sealedKey: sealed,
    })
    if (answer.status === 200) return location.assign(this.dataset['done'] ?? '')
    if (answer.body.door !== undefined) return location.assign(answer.body.door)
    busy(form, false)
    return say(this, 'failed', answer.body.message)
  }
}
