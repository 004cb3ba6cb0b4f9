import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { projectRoot } from '#platform/project-root.ts'
import { readHelpPage, type HelpPage } from './help-page.ts'

/** The order of the book; a page that no group names stands at the end. */
export const chapters = {
  begin: [
    'dang-nhap',
    'loi-moi',
    'viec-can-lam',
    'tim-kiem',
    'lich',
    'thong-bao',
    'tai-khoan',
    'xac-thuc-hai-buoc',
    'khoa-truy-cap',
    'tai-khoan-lien-ket',
    'ma-truy-cap',
    'ket-noi-nhan-tin',
    'mat-dien-thoai',
  ],
  sign: ['uy-quyen', 'chu-ky'],
  agreement: [
    'doc-bai-bao',
    'soan-giao-uoc',
    'chot-van-ban',
    'ky-giao-uoc',
    'ky-tren-giay',
    'nguoi-ky-thay',
    'tu-choi-ky',
    'so-sanh-phien-ban',
    'kiem-tra-van-ban',
  ],
  year: [
    'phong-trao',
    'dien-hinh',
    'hoat-dong-va-nhat-ky',
    'gop-y-chinh-sach',
    'giam-sat-phan-bien',
    'chi-tieu',
    'thay-doi-chi-tieu',
    'ky-bao-cao',
    'bao-cao-tien-do',
    'dien-bao-cao-bang-excel',
    'nhap-khi-mat-mang',
    'duyet-bao-cao',
    'sua-so-da-duyet',
    'minh-chung',
    'bang-theo-doi',
    'so-ket-tong-ket',
    'tin-bai',
    'y-kien-nguyen-vong',
    'chu-de-y-kien',
    'nhap-y-kien',
    'bao-cao-y-kien',
    'bao-ve-quyen-loi',
  ],
  score: [
    'dot-cham-diem',
    'tu-cham-diem',
    'bang-diem',
    'cham-cheo',
    'tham-dinh-diem',
    'bang-tinh-cham-diem',
    'chot-ket-qua-cham-diem',
  ],
  manage: [
    'khoi',
    'nam-thi-dua',
    'ban-giao-khoi-truong',
    'hoi-nghi',
    'bien-ban-hoi-nghi',
    'dong-nam-do-sap-xep',
    'don-vi',
    'sap-xep-don-vi',
    'nhap-danh-sach',
    'van-ban-phap-luat',
    'trao-doi-du-lieu',
    'nhat-ky',
    'quan-tri-nguoi-dung',
    'nguoi-roi-don-vi',
  ],
} as const

export type ChapterName = keyof typeof chapters | 'more'

export interface Chapter {
  name: ChapterName
  pages: readonly HelpPage[]
}

export interface HelpBook {
  chapters: readonly Chapter[]
  page: (slug: string) => HelpPage | undefined
  /** The bytes of a picture; nothing when there is none of that name. */
  picture: (name: string) => Uint8Array<ArrayBuffer> | undefined
}

function chaptersOf(pages: ReadonlyMap<string, HelpPage>): Chapter[] {
  const named = Object.entries(chapters).map(([name, slugs]) => ({
    name: name as ChapterName,
    pages: slugs.map((slug) => pages.get(slug)).filter((page) => page !== undefined),
  }))
  const known = new Set<string>(Object.values(chapters).flat())
  const rest = [...pages.values()].filter((page) => !known.has(page.slug))
  return [...named, { name: 'more' as const, pages: rest }].filter((chapter) => chapter.pages.length > 0)
}

/** Reads all pages once, at the start of the program. */
export function readHelpBook(folder: URL = new URL('docs/huong-dan/', projectRoot())): HelpBook {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^[a-z0-9-]+\.md$/.test(name)) : []
  const pages = new Map(
    names.sort().map((name) => {
      const slug = name.slice(0, -'.md'.length)
      return [slug, readHelpPage(slug, readFileSync(new URL(name, folder), 'utf8'))] as const
    }),
  )
  return {
    chapters: chaptersOf(pages),
    page: (slug) => pages.get(slug),
    picture(name) {
      const path = new URL(`anh/${name}`, folder)
      if (!/^[a-z0-9-]+\.png$/.test(name) || !existsSync(path)) return undefined
      return new Uint8Array(readFileSync(path))
    },
  }
}
