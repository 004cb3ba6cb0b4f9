const scanned = 'Hãy in ra giấy rồi quét, hoặc in lại thành một tệp PDF mới rồi gửi.'

export const vi = {
  violations: {
    script: `Tệp PDF có mã lệnh (JavaScript) nên không nhận. ${scanned}`,
    launch: `Tệp PDF có lệnh mở chương trình hoặc tệp khác nên không nhận. ${scanned}`,
    submit: `Tệp PDF có lệnh gửi hoặc nhập dữ liệu nên không nhận. ${scanned}`,
    behaviour: `Tệp PDF có lệnh ẩn, hiện nội dung nên không nhận. ${scanned}`,
    attachment: `Tệp PDF có tệp đính kèm bên trong nên không nhận. Hãy gửi riêng từng tệp, hoặc in lại thành PDF mới.`,
    form: `Tệp PDF có ô để điền nên không nhận. ${scanned}`,
    layers: `Tệp PDF có lớp ẩn hiện được nên không nhận. ${scanned}`,
    media: `Tệp PDF có âm thanh, phim hoặc hình ba chiều nên không nhận. ${scanned}`,
    elsewhere: `Tệp PDF lấy nội dung từ tệp khác nên không nhận. ${scanned}`,
    hiddenNote: `Tệp PDF có chú thích ẩn nên không nhận. ${scanned}`,
    unreadable: `Tệp PDF viết sai quy cách nên không kiểm tra được có nội dung ẩn hay không. ${scanned}`,
    encrypted: 'Tệp PDF bị khóa bằng mật khẩu nên không nhận. Hãy bỏ mật khẩu rồi gửi lại.',
    tookTooLong: `Tệp PDF phức tạp bất thường nên đã dừng đọc giữa chừng. ${scanned}`,
    busy: 'Máy đang đọc nhiều tệp khác. Hãy gửi lại sau ít phút.',
  },
}
