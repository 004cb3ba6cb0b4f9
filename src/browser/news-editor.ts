import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { EditorPicture } from './editor-picture.ts'
import { toolbar, type OwnPicture, type ToolWords } from './editor-tools.ts'

interface Given {
  html: string
  label: string
  words: ToolWords
  pictures: OwnPicture[]
}

const kit = StarterKit.configure({
  heading: { levels: [2, 3] },
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
  horizontalRule: false,
  link: { openOnClick: false, protocols: ['https', 'http', 'mailto'] },
})

/** The stored text knows pictures by their ids alone; here they are seen. */
function withSources(html: string, pictures: readonly OwnPicture[]): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const figure of page.querySelectorAll<HTMLElement>('figure[data-picture]')) {
    const picture = pictures.find(({ id }) => id === figure.dataset['picture'])
    if (picture === undefined) continue
    const image = page.createElement('img')
    Object.assign(image, { alt: picture.alt })
    image.setAttribute('src', picture.src)
    figure.append(image)
  }
  return page.body.innerHTML
}

/** Puts an editor in the place of the plain text field; what it holds goes along in the field `html`. */
export class NewsEditor extends HTMLElement {
  #changed = false

  connectedCallback() {
    const given = JSON.parse(this.dataset['given'] ?? '{}') as Given
    const plain = this.querySelector<HTMLElement>('.field')
    const sent = this.querySelector<HTMLInputElement>('input[name="html"]')
    if (plain === null || sent === null) return
    const place = document.createElement('div')
    place.className = 'editor-text'
    const editor = new Editor({
      element: place,
      extensions: [kit, EditorPicture],
      content: withSources(given.html, given.pictures),
      injectCSS: false,
      editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': given.label } },
    })
    plain.hidden = true
    const label = document.createElement('p')
    label.className = 'field-label'
    label.textContent = given.label
    this.append(label, toolbar(editor, given.words, given.pictures), place)
    const keep = () => (sent.value = editor.isEmpty ? '' : editor.getHTML())
    // The words of both fields would differ: only one of them may speak.
    const textArea = plain.querySelector('textarea')
    if (textArea !== null) textArea.disabled = true
    keep()
    editor.on('update', () => {
      keep()
      this.#changed = true
    })
    this.closest('form')?.addEventListener('submit', () => (this.#changed = false))
    addEventListener('beforeunload', (event) => this.#changed && event.preventDefault())
  }
}
