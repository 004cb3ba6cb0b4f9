export const vi = {
  violations: {
    busy: 'Người khác đang ký văn bản này. Chờ đến lượt rồi thử lại.',
    turnIsOver: 'Lượt ký đã hết hoặc đã xong. Bấm ký lại.',
    certificateOver: 'Chứng thư ký đã hết hiệu lực trong lúc ký, nên chữ ký chưa được ghi. Mở lại trang ký để xem.',
    noTimestamp: 'Dịch vụ dấu thời gian không trả lời đúng, nên chữ ký chưa được ghi. Ít phút nữa bấm ký lại.',
    unreadable: 'Trình duyệt gửi chữ ký chưa đúng dạng. Bấm ký lại.',
    refused: 'Chữ ký không khớp với chứng thư hoặc văn bản, nên chưa được ghi. Bấm ký lại.',
  },
}
