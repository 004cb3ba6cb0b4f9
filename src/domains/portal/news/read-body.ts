import { marked } from 'marked'
import sanitize from 'sanitize-html'
import { blocksOf, htmlOf } from './body.ts'

const toHeading = { tagName: 'h2', attribs: {} }
const toSubheading = { tagName: 'h3', attribs: {} }

/** What may stand in a body, by name; whatever else was sent or pasted is left out, its words stay. */
const allowed: sanitize.IOptions = {
  allowedTags: ['p', 'h2', 'h3', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a', 'br', 'figure'],
  allowedAttributes: { a: ['href'], figure: ['data-picture'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  allowedClasses: {},
  allowedStyles: {},
  // Of a pasted page's own machinery not even the words stay; a picture brings its caption from our store.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'xml',
    'template',
    'svg',
    'math',
    'figcaption',
  ],
  transformTags: {
    b: 'strong',
    i: 'em',
    h1: () => toHeading,
    h4: () => toSubheading,
    h5: () => toSubheading,
    h6: () => toSubheading,
    div: 'p',
    td: 'p',
    th: 'p',
    dt: 'p',
    dd: 'p',
    section: 'p',
  },
}

const clean = (html: string) => sanitize(html, allowed)

const cleaned = (html: string) => htmlOf(blocksOf(clean(html.normalize('NFC').replace(/\u00a0|&nbsp;/gu, ' '))))

/** Word writes its lists as paragraphs that begin with a bullet of its own font. */
const wordBullets = /<p[^>]*mso-list[^>]*>(?:\s|<!\[if !supportLists\]>|<span[^>]*>)*[·•o§-](?<item>.*?)<\/p>/gisu

/** HTML from the editor, or pasted from Word or a page, as clean HTML: the only gate that any of it passes. */
export const readHtml = (html: string): string =>
  clean(cleaned(html.replace(wordBullets, '<ul><li>$<item></li></ul>').replace(/<o:p>.*?<\/o:p>/gsu, '')))

const pictureMark = /^\[ảnh (?<number>\d{1,2})\]$/gmu

/** What was typed without script, with the pictures of the article in their order. */
export function readMarkup(typed: string, pictures: readonly string[]): string {
  const placed = typed.normalize('NFC').replace(pictureMark, (_mark, number: string) => {
    const picture = pictures[Number(number) - 1]
    return picture === undefined ? '' : `<figure data-picture="${picture}"></figure>\n`
  })
  return readHtml(marked.parse(placed, { async: false, gfm: false }))
}

/** A picture that is not the article's own is left out. */
export function keepOwnPictures(body: string, pictures: readonly string[]): string {
  return htmlOf(blocksOf(body).filter((block) => block.kind !== 'picture' || pictures.includes(block.picture)))
}
