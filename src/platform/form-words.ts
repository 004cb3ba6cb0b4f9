import { catalogue, type Translation } from './words.ts'

const vi = {
  required: 'Mục này còn trống; xin điền hoặc chọn.',
  tooLong: (most: string) => `Dài quá: nhiều nhất ${most} ký tự.`,
  notADay: 'Ngày chưa đúng. Ví dụ: 23/02/2023.',
  notRight: 'Nội dung này chưa đúng dạng.',
  own: (message: string) => message,
}

const en: Translation<typeof vi> = {
  required: 'This is still empty; fill it in or choose.',
  tooLong: (most: string) => `Too long: at most ${most} characters.`,
  notADay: 'This is not a day. Example: 23/02/2023.',
  notRight: 'This does not have the right form.',
  own: (message: string) => message,
}

export const formWords = catalogue(vi, en)
