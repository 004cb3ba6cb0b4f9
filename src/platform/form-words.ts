import { catalogue, type Translation } from './words.ts'

const vi = {
  required: 'Mục này chưa có nội dung.',
  tooLong: (most: string) => `Dài quá: nhiều nhất ${most} ký tự.`,
  notADay: 'Ngày chưa đúng. Ví dụ: 23/02/2023.',
  notRight: 'Nội dung này chưa đúng dạng.',
  own: (message: string) => message,
}

const en: Translation<typeof vi> = {
  required: 'Nothing is written here yet.',
  tooLong: (most: string) => `Too long: at most ${most} characters.`,
  notADay: 'This is not a day. Example: 23/02/2023.',
  notRight: 'This does not have the right form.',
  own: (message: string) => message,
}

export const formWords = catalogue(vi, en)
