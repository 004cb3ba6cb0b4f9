export const vi = {
  trouble: {
    notForThisMachine: (machine: string) =>
      `Không có PostgreSQL kèm sẵn cho máy ${machine}: hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 15 trở lên.`,
    packageMissing: (name: string) =>
      `Thiếu gói ${name}: hãy chạy lại "npm ci" (không dùng --omit=optional), hoặc đặt DATABASE_URL.`,
    doesNotRun: (user: string, reason: string) =>
      `Người dùng ${user} không chạy được PostgreSQL kèm sẵn (${reason}): hãy chạy lại "npm ci", hoặc đặt DATABASE_URL.`,
    noUserToDropTo:
      'PostgreSQL không chạy dưới quyền root mà /etc/passwd không có "giao-uoc", "nobody" hay "postgres": hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.',
    userWithoutName: (uid: number) =>
      `Người dùng số ${uid} không có tên trong /etc/passwd nên PostgreSQL không chạy: hãy thêm tên, hoặc đặt DATABASE_URL.`,
    inUse: (folder: string, pid: number) =>
      `Thư mục dữ liệu ${folder} đang được tiến trình ${pid} dùng: hãy dừng tiến trình ấy trước, hoặc đặt GIAO_UOC_DATA sang thư mục khác.`,
    folderNotYours: (folder: string, user: string) =>
      `Người dùng ${user} không ghi được vào thư mục dữ liệu ${folder}: hãy chạy bằng chủ của thư mục, hoặc đặt GIAO_UOC_DATA sang thư mục khác.`,
    noReachablePlace: (user: string, tried: string) =>
      `Không có chỗ nào cho cơ sở dữ liệu mà người dùng ${user} vào được (đã thử ${tried}): hãy đặt GIAO_UOC_DATA vào thư mục người dùng ấy vào được, hoặc đặt DATABASE_URL.`,
    closed: (user: string, folder: string) =>
      `Người dùng ${user} không còn vào được ${folder}: hãy mở quyền vào (chmod o+x) cho thư mục ấy và các thư mục chứa nó.`,
    otherOwner: (cluster: string, owner: string) =>
      `Cơ sở dữ liệu ${cluster} thuộc người dùng ${owner}: hãy chạy bằng người dùng ấy hoặc bằng root.`,
    belongsToOther: (cluster: string, folder: string) =>
      `Cơ sở dữ liệu ${cluster} thuộc thư mục dữ liệu ${folder}: thư mục này là bản chép, hãy xóa postgres.json trong bản chép để bắt đầu cơ sở dữ liệu riêng.`,
    pointerUnreadable: (file: string) =>
      `Không đọc được ${file}: hãy khôi phục tệp ấy từ bản sao lưu, hoặc chạy "npm run reset" để xóa dữ liệu và làm lại.`,
    pointerMissing: (file: string, cluster: string) =>
      `Có cơ sở dữ liệu ở ${cluster} mà thiếu ${file} giữ mật khẩu: hãy khôi phục tệp ấy từ bản sao lưu, hoặc chạy "npm run reset" để xóa dữ liệu và làm lại.`,
    clusterGone: (cluster: string) =>
      `Cơ sở dữ liệu ở ${cluster} đã mất: hãy khôi phục từ bản sao lưu, hoặc chạy "npm run reset" để làm lại từ đầu.`,
    otherVersion: (found: string, own: string) =>
      `Dữ liệu do PostgreSQL ${found} ghi, bản kèm sẵn là ${own}: hãy sao lưu bằng bản Giao Ước cũ rồi khôi phục vào bản này.`,
    initialisationFailed: (output: string) => `Không tạo được cơ sở dữ liệu (còn đủ đĩa không?): ${output}`,
    didNotStart: (reason: string, logs: string) =>
      `PostgreSQL không khởi động được: ${reason}. Hãy xem nhật ký ở ${logs}.`,
    diskFull: (folder: string) =>
      `Ổ đĩa của ${folder} đã đầy nên PostgreSQL không chạy được; dữ liệu đã ghi vẫn còn nguyên. Hãy giải phóng chỗ trống (không xóa gì trong thư mục ấy) rồi khởi động lại.`,
    diskReadOnly: (folder: string) =>
      `Ổ đĩa của ${folder} đang chỉ đọc nên PostgreSQL không chạy được: hãy kiểm tra ổ đĩa, gắn lại ở chế độ ghi rồi khởi động lại.`,
    gaveUp: (times: number, logs: string) =>
      `PostgreSQL đã dừng ${times} lần liền nên không khởi động lại nữa: hãy xem nhật ký ở ${logs}.`,
  },
  server: {
    unreachable: (reason: string) =>
      `Không nối được tới máy chủ trong DATABASE_URL (${reason}): hãy kiểm tra địa chỉ, cổng, tên, mật khẩu và tường lửa.`,
    tooOld: (version: string) => `Máy chủ là PostgreSQL ${version}: hãy nâng lên bản 15 trở lên.`,
    readOnly: 'Máy chủ đang ở chế độ chỉ đọc: hãy trỏ DATABASE_URL tới máy chính, không phải máy dự phòng.',
    encoding: (encoding: string, database: string) =>
      `Cơ sở dữ liệu ${database} dùng bảng mã ${encoding}: hãy tạo lại bằng "create database … encoding 'UTF8' template template0".`,
    noVietnameseOrder:
      'Thiếu thứ tự chữ cái tiếng Việt "vi-x-icu": hãy dùng bản PostgreSQL có ICU (bản của Debian, RHEL đều có).',
    mayNotCreateRoles: (role: string) =>
      `Vai ${role} không được tạo vai (mỗi địa phương cần một vai): quản trị máy chủ hãy chạy "alter role ${role} createrole".`,
    mayNotCreateSchemas: (role: string, database: string) =>
      `Vai ${role} không được tạo lược đồ: quản trị máy chủ hãy chạy "grant create on database ${database} to ${role}".`,
    extensionMissing: (name: string) =>
      `Máy chủ thiếu phần mở rộng ${name}: hãy cài gói contrib (Debian: postgresql-contrib).`,
    extensionForbidden: (name: string, database: string) =>
      `Vai này không được thêm phần mở rộng ${name}: quản trị máy chủ hãy chạy "create extension ${name}" trong ${database}.`,
  },
}
