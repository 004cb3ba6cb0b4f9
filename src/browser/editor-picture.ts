import { Image } from '@tiptap/extension-image'

/** A picture of the article at its place in the text: by its id, looked up in the store when it is shown. */
export const EditorPicture = Image.extend({
  addAttributes() {
    return {
      picture: { default: '', parseHTML: (element) => element.dataset['picture'] ?? '' },
      src: { default: '', parseHTML: (element) => element.querySelector('img')?.getAttribute('src') ?? '' },
      alt: { default: '', parseHTML: (element) => element.querySelector('img')?.alt ?? '' },
    }
  },
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ HTMLAttributes: { picture, src, alt } }) => [
    'figure',
    { 'data-picture': String(picture) },
    ['img', { src: String(src), alt: String(alt) }],
  ],
})
