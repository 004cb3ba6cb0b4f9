import type { Bilingual } from '#platform/words.ts'

export type Refusal = { readonly code: RefusalCode; readonly message: Bilingual }

/** The text of a file, or why it has none. */
export type Extracted = { readonly text: string } | { readonly refusal: Refusal }

const messages = {
  empty: { vi: 'Tệp trống', en: 'The file is empty' },
  too_large: {
    vi: 'Tệp lớn hơn 20 MB; hãy chỉ gửi phần văn bản',
    en: 'The file is larger than 20 MB; send its text only',
  },
  unknown_encoding: {
    vi: 'Không nhận ra bảng mã của văn bản, hoặc văn bản lẫn nhiều bảng mã; hãy lưu lại dưới dạng UTF-8 rồi gửi lại',
    en: 'The text’s encoding is not known, or it mixes several; save it as UTF-8 and send it again',
  },
  old_word: {
    vi: 'Đây là tệp Word cũ (.doc); hãy mở bằng Word hoặc LibreOffice và lưu thành .docx',
    en: 'This is an old Word file (.doc); open it in Word or LibreOffice and save it as .docx',
  },
  not_a_document: {
    vi: 'Chỉ đọc được tệp .txt, .docx và .pdf; tệp này thuộc loại khác',
    en: 'Only .txt, .docx and .pdf can be read; this file is of another kind',
  },
  damaged: { vi: 'Tệp bị hỏng, không mở được', en: 'The file is damaged and cannot be opened' },
  unsafe_archive: {
    vi: 'Tệp nén bất thường (bung ra quá lớn, quá nhiều mục hoặc tên mục sai) nên không mở, để bảo đảm an toàn',
    en: 'The file is packed abnormally (inflates too far, holds too many entries, or names them wrongly) and was not opened',
  },
  encrypted: {
    vi: 'Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại',
    en: 'The file is protected by a password; remove it and send the file again',
  },
  scanned: {
    vi: 'Tệp PDF chỉ có ảnh quét, không có chữ; hãy gửi bản có chữ hoặc dán nội dung vào ô văn bản',
    en: 'The PDF holds scanned pictures without text; send one with text, or paste the words',
  },
  no_text: { vi: 'Tệp không có chữ nào', en: 'The file holds no words' },
  too_long: {
    vi: 'Văn bản quá dài so với một bài báo (hơn 40.000 ký tự); hãy chỉ gửi bài cần đọc',
    en: 'The text is too long for an article (over 40,000 characters); send only the article',
  },
  too_slow: {
    vi: 'Tệp quá phức tạp nên đã dừng đọc giữa chừng; hãy dán nội dung vào ô văn bản',
    en: 'The file is too complex and reading was stopped; paste its words instead',
  },
} satisfies Record<string, Bilingual>

export type RefusalCode = keyof typeof messages

export function refuse(code: RefusalCode): { readonly refusal: Refusal } {
  return { refusal: { code, message: messages[code] } }
}
