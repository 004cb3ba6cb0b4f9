import type { Editor } from '@tiptap/core'

export interface ToolWords {
  label: string
  heading: string
  subheading: string
  bold: string
  italic: string
  bullets: string
  numbers: string
  quote: string
  link: string
  linkAsk: string
  undo: string
  redo: string
}

export interface OwnPicture {
  id: string
  src: string
  alt: string
  label: string
}

interface Tool {
  label: string
  run: (editor: Editor) => void
  /** Whether what the tool makes stands where the cursor is. */
  isOn?: (editor: Editor) => boolean
}

const tools = (words: ToolWords): Tool[] => [
  {
    label: words.heading,
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
  },
  {
    label: words.subheading,
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
  },
  { label: words.bold, run: (editor) => editor.chain().focus().toggleBold().run(), isOn: (e) => e.isActive('bold') },
  {
    label: words.italic,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    label: words.bullets,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    label: words.numbers,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    label: words.quote,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  { label: words.undo, run: (editor) => editor.chain().focus().undo().run() },
  { label: words.redo, run: (editor) => editor.chain().focus().redo().run() },
]

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button plain'
  made.textContent = label
  made.addEventListener('click', press)
  return made
}

/** An address typed beside its button; empty, it takes the link away. */
function linkTool(editor: Editor, words: ToolWords): HTMLElement[] {
  const address = document.createElement('input')
  Object.assign(address, { type: 'url', className: 'field-input', ariaLabel: words.linkAsk, placeholder: 'https://' })
  const set = () => {
    const href = address.value.trim()
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href === '') chain.unsetLink().run()
    else chain.setLink({ href }).run()
    address.value = ''
  }
  return [address, button(words.link, set)]
}

/** The buttons above the text; each that can be on says whether it is. */
export function toolbar(editor: Editor, words: ToolWords, pictures: readonly OwnPicture[]): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'editor-tools'
  bar.role = 'toolbar'
  bar.ariaLabel = words.label
  for (const { label, run, isOn } of tools(words)) {
    const made = button(label, () => run(editor))
    bar.append(made)
    if (isOn) editor.on('transaction', () => (made.ariaPressed = String(isOn(editor))))
  }
  bar.append(...linkTool(editor, words))
  for (const { id, src, alt, label } of pictures) {
    const attrs = { picture: id, src, alt }
    bar.append(button(label, () => editor.chain().focus().insertContent({ type: 'image', attrs }).run()))
  }
  return bar
}
