/** A piece of an article's body; `inline` is clean HTML of `strong`, `em`, `a` and `br` alone. */
export type Block =
  | { kind: 'paragraph' | 'heading' | 'subheading' | 'quote'; inline: string }
  | { kind: 'bullets' | 'numbers'; items: readonly string[] }
  | { kind: 'picture'; picture: string }

interface Token {
  isClosing: boolean
  tag: string
  attributes: string
  text: string
}

const pieces = /<(?<closing>\/?)(?<tag>[a-z0-9]+)(?<attributes>[^>]*)>|(?<text>[^<]+)/gu

const tokensOf = (html: string): Token[] =>
  [...html.matchAll(pieces)].map(({ groups: { closing = '', tag = '', attributes = '', text = '' } = {} }) => ({
    isClosing: closing !== '',
    tag,
    attributes,
    text,
  }))

const inlineTags: readonly string[] = ['strong', 'em', 'a']
const headings: Readonly<Record<string, 'heading' | 'subheading'>> = { h2: 'heading', h3: 'subheading' }
const lists: Readonly<Record<string, 'bullets' | 'numbers'>> = { ul: 'bullets', ol: 'numbers' }

const attribute = (attributes: string, name: string) =>
  new RegExp(`${name}="(?<value>[^"]*)"`, 'u').exec(attributes)?.groups?.['value'] ?? ''

const isBlank = (inline: string) => inline.replace(/<[^>]*>|&nbsp;|\s/gu, '') === ''
const trimmed = (inline: string) => inline.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/gu, '')

/** Lays loose HTML into blocks: what stands open at the end of one is closed there. */
class BlockWriter {
  readonly blocks: Block[] = []
  #inline = ''
  #open: string[] = []
  #heading: 'heading' | 'subheading' | null = null
  #list: { kind: 'bullets' | 'numbers'; items: string[] } | null = null
  #isQuote = false

  take(token: Token) {
    if (token.tag === '') this.#inline += token.text.replace(/\s+/gu, ' ')
    else if (token.tag === 'br') this.#inline += '<br>'
    else if (inlineTags.includes(token.tag)) this.#takeInline(token)
    else this.#takeBlock(token)
  }

  #takeInline({ isClosing, tag, attributes }: Token) {
    if (!isClosing) {
      const href = tag === 'a' ? attribute(attributes, 'href') : ''
      // A link that leads nowhere keeps its words alone.
      if (tag === 'a' && href === '') return
      this.#open.push(tag)
      this.#inline += tag === 'a' ? `<a href="${href}">` : `<${tag}>`
      return
    }
    const from = this.#open.lastIndexOf(tag)
    if (from >= 0) this.#close(from)
  }

  #close(from: number) {
    this.#inline += this.#open
      .splice(from)
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join('')
  }

  #takeBlock({ isClosing, tag, attributes }: Token) {
    this.flush()
    if (tag === 'blockquote') this.#isQuote = !isClosing
    const list = lists[tag]
    if (list !== undefined) this.#turnList(isClosing ? null : list)
    this.#heading = isClosing ? null : (headings[tag] ?? null)
    if (tag === 'figure' && !isClosing) this.#place(attribute(attributes, 'data-picture'))
  }

  #place(picture: string) {
    if (picture !== '') this.blocks.push({ kind: 'picture', picture })
  }

  /** Two lists of a kind that follow one another are one. */
  #turnList(kind: 'bullets' | 'numbers' | null) {
    const last = this.blocks.at(-1)
    if (this.#list !== null && this.#list.items.length > 0) {
      if (last?.kind === this.#list.kind && 'items' in last) {
        this.blocks[this.blocks.length - 1] = { kind: last.kind, items: [...last.items, ...this.#list.items] }
      } else this.blocks.push(this.#list)
    }
    this.#list = kind === null ? null : { kind, items: [] }
  }

  flush() {
    this.#close(0)
    const inline = trimmed(this.#inline)
    this.#inline = ''
    if (isBlank(inline)) return
    if (this.#list !== null) this.#list.items.push(inline)
    else this.blocks.push({ kind: this.#isQuote ? 'quote' : (this.#heading ?? 'paragraph'), inline })
  }

  end(): Block[] {
    this.flush()
    this.#turnList(null)
    return this.blocks
  }
}

/** The blocks of HTML that was cleaned; nothing else may be handed in. */
export function blocksOf(cleanHtml: string): Block[] {
  const writer = new BlockWriter()
  for (const token of tokensOf(cleanHtml)) writer.take(token)
  return writer.end()
}

const tags = { paragraph: 'p', heading: 'h2', subheading: 'h3', bullets: 'ul', numbers: 'ol' } as const

function htmlOfBlock(block: Block): string {
  if (block.kind === 'picture') return `<figure data-picture="${block.picture}"></figure>`
  if (block.kind === 'quote') return `<blockquote><p>${block.inline}</p></blockquote>`
  const tag = tags[block.kind]
  const inside = 'items' in block ? block.items.map((item) => `<li><p>${item}</p></li>`).join('') : block.inline
  return `<${tag}>${inside}</${tag}>`
}

export const htmlOf = (blocks: readonly Block[]): string => blocks.map(htmlOfBlock).join('\n')

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
const plainText = (text: string) => text.replace(/&(?:lt|gt|quot|amp);/gu, (entity) => entities[entity] ?? entity)

/** Words without any tag, for descriptions and feeds. */
export const wordsOf = (inline: string): string => plainText(inline.replace(/<br>/gu, ' ').replace(/<[^>]*>/gu, ''))

/** A sign that markup would take for its own stands behind a stroke. */
const guarded = (text: string) => plainText(text).replace(/[\\`*_[\]<>]/gu, '\\$&')

const inlineMarkup = (inline: string): string =>
  tokensOf(inline).reduce<{ said: string; hrefs: string[] }>(
    ({ said, hrefs }, { tag, text, isClosing, attributes }) => {
      if (tag === '') return { said: said + guarded(text), hrefs }
      if (tag === 'a' && !isClosing)
        return { said: `${said}[`, hrefs: [...hrefs, plainText(attribute(attributes, 'href'))] }
      if (tag === 'a') return { said: `${said}](${hrefs.at(-1) ?? ''})`, hrefs: hrefs.slice(0, -1) }
      const marks: Readonly<Record<string, string>> = { strong: '**', em: '*', br: '  \n' }
      return { said: said + (marks[tag] ?? ''), hrefs }
    },
    { said: '', hrefs: [] },
  ).said

const lineStart = (text: string) => text.replace(/^(?=(?:#|[-+]\s|\d+[.)]\s))/u, '\\').replace(/^\\(\d+)/u, '$1\\')

/** The body as a person types it without script: "## mục", "- ý", "> lời", "**đậm**", "[ảnh 2]". */
export function markupOf(blocks: readonly Block[], pictures: readonly string[]): string {
  const said = blocks.map((block) => {
    if (block.kind === 'picture') return `[ảnh ${pictures.indexOf(block.picture) + 1}]`
    if (block.kind === 'bullets') return block.items.map((item) => `- ${inlineMarkup(item)}`).join('\n')
    if (block.kind === 'numbers') return block.items.map((item, at) => `${at + 1}. ${inlineMarkup(item)}`).join('\n')
    if (!('inline' in block)) return ''
    const text = inlineMarkup(block.inline)
    const before = { heading: '## ', subheading: '### ', quote: '> ', paragraph: '' }[block.kind]
    return before === '' ? lineStart(text) : before + text.replaceAll('\n', `\n${before === '> ' ? '> ' : ''}`)
  })
  return said.join('\n\n')
}
