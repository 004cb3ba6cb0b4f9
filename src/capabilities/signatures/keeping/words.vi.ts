export const vi = {
  sign: {
    passphrase: 'Mật khẩu ký',
    passphraseHelp: 'Mật khẩu mở khóa ký của riêng anh, chị. Mật khẩu này không rời khỏi máy này.',
    do: 'Ký',
    noCertificate: 'Chưa có chứng thư để ký',
    noCertificateBody: 'Tạo chữ ký của anh, chị một lần trên máy này, rồi quay lại ký.',
    makeCertificate: 'Tạo chữ ký',
    needsScript: 'Ký điện tử cần bật JavaScript: khóa ký chỉ mở trong trình duyệt này, không gửi lên máy chủ.',
    progress: {
      opening: 'Đang mở khóa ký…',
      waiting: 'Đơn vị khác đang ký, chờ đến lượt…',
      signing: 'Đang ký…',
      wrongPassphrase: 'Mật khẩu ký chưa đúng.',
      failed: 'Chưa ký được. Thử lại.',
    },
  },
  violations: {
    noCertificate: 'Chưa có chứng thư còn hiệu lực để ký.',
    busy: 'Người khác đang ký văn bản này. Chờ đến lượt rồi thử lại.',
    turnIsOver: 'Lượt ký đã hết hoặc đã xong. Bấm ký lại.',
    certificateOver: 'Chứng thư ký đã hết hiệu lực trong lúc ký, nên chữ ký chưa được ghi. Mở lại trang ký để xem.',
    noTimestamp: 'Dịch vụ dấu thời gian không trả lời đúng, nên chữ ký chưa được ghi. Ít phút nữa bấm ký lại.',
    unreadable: 'Trình duyệt gửi chữ ký chưa đúng dạng. Bấm ký lại.',
    refused: 'Chữ ký không khớp với chứng thư hoặc văn bản, nên chưa được ghi. Bấm ký lại.',
  },
}
