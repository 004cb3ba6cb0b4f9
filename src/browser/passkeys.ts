import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { postJson } from './post.ts'
import { busy, say } from './say.ts'

/** Lets the device make a key, or sign with one, and sends its answer with the form: what follows is a page as any other. */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (form === null || !browserSupportsWebAuthn()) return
    this.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#ask(form)
    })
  }

  #device(options: unknown): Promise<object> {
    if (this.dataset['ceremony'] === 'create')
      return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
  }

  async #ask(form: HTMLFormElement) {
    busy(form, true)
    const { status, body } = await postJson(this.dataset['options'] ?? '', {})
    if (body.door !== undefined) return location.assign(body.door)
    if (status !== 200) {
      busy(form, false)
      return say(this, 'failed', body.message)
    }
    say(this, 'waiting')
    try {
      const field = form.elements.namedItem('response')
      if (field instanceof HTMLInputElement) field.value = JSON.stringify(await this.#device(body.options))
      form.submit()
    } catch (error) {
      busy(form, false)
      say(this, error instanceof Error && error.name === 'InvalidStateError' ? 'known' : 'refused')
    }
  }
}

customElements.define('passkey-form', PasskeyForm)
