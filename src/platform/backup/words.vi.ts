export const vi = {
  notEmpty: (folder: string) =>
    `Thư mục ${folder} đã có dữ liệu: hãy chọn một thư mục chưa có hoặc còn trống để sao lưu.`,
  noBackup: (folder: string) =>
    `Thư mục ${folder} không có bản sao lưu hoàn chỉnh (thiếu manifest.json: việc sao lưu đã bị ngắt giữa chừng).`,
  manifestUnreadable: (file: string) => `Không đọc được ${file}: bản sao lưu đã hỏng, hãy dùng bản khác.`,
  newerFormat: (format: number, own: number) =>
    `Bản sao lưu có định dạng ${format}, chương trình này chỉ đọc được đến ${own}: hãy dùng bản Giao Ước mới hơn.`,
  newerProgram: (program: string, migration: string) =>
    `Bản sao lưu do Giao Ước ${program} làm, có bước cơ sở dữ liệu mà chương trình này chưa biết (${migration}): hãy khôi phục bằng bản ấy hoặc bản mới hơn.`,
  otherMigration: (migration: string) =>
    `Bước cơ sở dữ liệu ${migration} của bản sao lưu khác với của chương trình này: hai bản không cùng nguồn, không khôi phục được.`,
  damaged: (parts: string) =>
    `Bản sao lưu đã hỏng, chưa khôi phục gì: ${parts}. Hãy dùng bản sao lưu khác, hoặc lấy lại các tệp ấy từ bản chép khác.`,
  otherTables: (schema: string, names: string) => `Các bảng của ${schema} khác với bản sao lưu: ${names}.`,
  otherRows: (table: string, read: number, told: number) => `Bảng ${table} nhận ${read} dòng, bản sao lưu ghi ${told}.`,
  noSpace: (folder: string) =>
    `Ổ đĩa của ${folder} đã đầy, bản sao lưu chưa xong và không dùng được: hãy giải phóng chỗ trống rồi làm lại.`,
  noSpaceToRestore: (folder: string) =>
    `Ổ đĩa của ${folder} đã đầy, việc khôi phục chưa xong và chưa dùng được: hãy giải phóng chỗ trống rồi chạy lại "giao-uoc restore".`,
  restoreRunning: 'Một việc khôi phục khác đang chạy vào cơ sở dữ liệu này: hãy đợi việc ấy xong.',
  tooLittleSpace: (folder: string, needed: string, free: string) =>
    `Ổ đĩa của ${folder} còn ${free}, bản sao lưu có thể cần ${needed}: hãy giải phóng chỗ trống hoặc đặt BACKUP_DIR sang ổ khác.`,
  readOnly: (folder: string) =>
    `Không ghi được vào ${folder} (chỉ đọc, không có quyền, hoặc không phải thư mục): hãy chọn thư mục khác.`,
  installationNotEmpty: (tenants: string) =>
    `Nơi khôi phục đã có dữ liệu (${tenants}): chỉ khôi phục vào nơi còn trống. Hãy đặt GIAO_UOC_DATA sang thư mục mới, hoặc DATABASE_URL sang cơ sở dữ liệu mới.`,
  schemaInTheWay: (schema: string) =>
    `Cơ sở dữ liệu đã có lược đồ ${schema} mà không có địa phương nào đăng ký: hãy dùng một cơ sở dữ liệu trống.`,
  halfRestored: (since: string) =>
    `Việc khôi phục bắt đầu lúc ${since} chưa xong: hãy chạy lại "giao-uoc restore" với cùng bản sao lưu, hoặc xóa để làm lại từ đầu.`,
  secretMissing:
    'Bản sao lưu không kèm khóa bí mật: hãy đặt SECRET_KEY (hoặc tệp secret-key trong thư mục dữ liệu) như máy cũ. Nếu khóa ấy đã mất, thêm --new-secret: con dấu của hệ thống và xác thực hai bước sẽ phải lập lại.',
  otherSecret:
    'SECRET_KEY ở đây khác với khóa lúc sao lưu: hãy đặt đúng khóa cũ. Nếu khóa ấy đã mất, thêm --new-secret: con dấu của hệ thống và xác thực hai bước sẽ phải lập lại.',
  secretInTheWay: (file: string) =>
    `Đã có ${file} khác với khóa trong bản sao lưu: hãy cất tệp ấy đi rồi khôi phục lại.`,
}
