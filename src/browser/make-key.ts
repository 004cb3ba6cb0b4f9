import { toBase64 } from '#capabilities/signatures/base64.ts'
import { makeSignerKey, openSignerKey, proveKey } from '#capabilities/signatures/signer-key.ts'
import { postJson } from './post.ts'
import { busy, fieldText, say } from './say.ts'

const shortest = 12

/** Makes a signer's key here, seals it with the passphrase and asks for its certificate. */
export class MakeKey extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#make(form)
    })
  }

  #fault(form: HTMLFormElement): string | undefined {
    const passphrase = fieldText(form, 'passphrase')
    if (passphrase.normalize('NFC').length < shortest) return 'tooShort'
    return passphrase === fieldText(form, 'repeat') ? undefined : 'different'
  }

  async #make(form: HTMLFormElement) {
    const fault = this.#fault(form)
    if (fault !== undefined) return say(this, fault)
    busy(form, true)
    say(this, 'making')
    const passphrase = fieldText(form, 'passphrase')
    const { publicKey, sealed } = await makeSignerKey(passphrase)
    const key = await openSignerKey(sealed, passphrase)
    const proof = await proveKey(key, new TextEncoder().encode(this.dataset['challenge']))
    const request = { publicKey: toBase64(publicKey), proof: toBase64(proof), sealedKey: sealed }
    const answer = await postJson(this.dataset['request'] ?? '', request)
    if (answer.status === 200) return location.assign(this.dataset['done'] ?? '')
    if (answer.body.door !== undefined) return location.assign(answer.body.door)
    busy(form, false)
    return say(this, 'failed', answer.body.message)
  }
}
