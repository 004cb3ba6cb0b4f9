import { Marked, type Tokens } from 'marked'

/** A page of help: the heading of its markdown is its title, the rest is HTML in which nothing foreign can stand. */
export interface HelpPage {
  slug: string
  title: string
  /** The first paragraph, as plain text. */
  summary: string
  html: string
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Where a link of ours may lead: this site, a place on the page, another page beside this one, the web, mail. */
function safeHref(href: string): string | null {
  const beside = /^([a-z0-9-]+)\.md(#[\w-]*)?$/.exec(href)
  if (beside !== null) return `/huong-dan/${beside[1]}${beside[2] ?? ''}`
  return /^(\/(?![/\\])|#|https:\/\/|mailto:)/.test(href) && !/[\s"'<>\\]/.test(href) ? href : null
}

const safePicture = (href: string) => /^(?:\/huong-dan\/)?anh\/([a-z0-9-]+\.png)$/.exec(href)?.[1] ?? null

/** Raw HTML is shown as the text it is; what is neither our page nor a safe link loses its address. */
function newReader(): Marked {
  return new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => escaped(text),
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens)
        const safe = safeHref(href)
        return safe === null ? inner : `<a href="${escaped(safe)}">${inner}</a>`
      },
      image({ href, text }: Tokens.Image) {
        const name = safePicture(href)
        const alt = escaped(text)
        return name === null ? alt : `<img src="/huong-dan/anh/${name}" alt="${alt}" loading="lazy">`
      },
    },
  })
}

const plain = (markdown: string) => markdown.replace(/[*_`]|\[|\]\([^)]*\)/g, '').trim()

/** Reads one page; markdown without a heading is no page of help. */
export function readHelpPage(slug: string, markdown: string): HelpPage {
  const text = markdown.normalize('NFC').replaceAll('\r\n', '\n')
  const heading = /^# +(.+)\n/.exec(text)
  if (heading === null) throw new Error(`docs/huong-dan/${slug}.md must begin with its title: # …`)
  const body = text.slice(heading[0].length)
  const summary = body.split(/\n\s*\n/).find((block) => /^[\p{L}\p{N}“]/u.test(block.trim())) ?? ''
  const html = newReader().parse(body, { async: false })
  return { slug, title: plain(heading[1] ?? ''), summary: plain(summary.replaceAll('\n', ' ')), html }
}
