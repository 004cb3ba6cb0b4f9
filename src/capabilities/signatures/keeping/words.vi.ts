export const vi = {
  violations: {
    busy: 'Người khác đang ký văn bản này. Chờ đến lượt rồi thử lại.',
    turnIsOver: 'Lượt ký đã hết hoặc đã xong. Bấm ký lại.',
    unreadable: 'Trình duyệt gửi chữ ký chưa đúng dạng. Bấm ký lại.',
    refused: 'Chữ ký không khớp với chứng thư hoặc văn bản, nên chưa được ghi. Bấm ký lại.',
  },
}
