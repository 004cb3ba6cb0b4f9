export const vi = {
  backup: {
    written: (folder: string) => `Đã sao lưu vào ${folder} và đọc lại từng tệp.`,
    holds: (tenants: number, rows: number, files: number) =>
      `Trong đó: ${tenants} địa phương, ${rows} dòng dữ liệu, ${files} tệp.`,
    holdsSecrets: (names: string) =>
      `Có cả khóa bí mật (${names}): ai giữ bản sao lưu này mở được những gì khóa ấy niêm phong.`,
    keepElsewhere: (names: string) => `Không có trong bản sao lưu, phải cất giữ riêng: ${names}.`,
    missing: (count: number, names: string) =>
      `Thiếu ${count} tệp đã mất hoặc hỏng trong kho tệp từ trước khi sao lưu: ${names}. Hãy tìm trong bản sao lưu cũ.`,
  },
  restore: {
    done: (takenAt: string, host: string) => `Đã khôi phục bản sao lưu lúc ${takenAt} của máy ${host}.`,
    holds: (tenants: number, rows: number, files: number) =>
      `Gồm ${tenants} địa phương, ${rows} dòng dữ liệu, ${files} tệp; mọi phiên đăng nhập đã kết thúc.`,
    waitingLeft: (count: number) =>
      `${count} thư chờ gửi lúc sao lưu không gửi lại, vì có thể đã gửi rồi; muốn gửi, hãy khôi phục với --send-waiting.`,
    waitingSent: (count: number) => `${count} thư chờ gửi lúc sao lưu đã được đưa lại vào hàng đợi.`,
    newSecret:
      'Khóa bí mật là khóa mới: con dấu của hệ thống và xác thực hai bước lập bằng khóa cũ không còn dùng được.',
    missing: (count: number) => `${count} tệp đã thiếu từ lúc sao lưu: hãy chạy "giao-uoc doctor --files" để xem.`,
    next: 'Tiếp theo: đặt SIGNING_CA_PASSPHRASE như máy cũ, chạy "giao-uoc doctor", rồi khởi động.',
  },
}
