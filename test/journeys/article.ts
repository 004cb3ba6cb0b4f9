/** An article in our own words about the sample bloc, with one slip of the pen for the reader to doubt: 'kip'. */
export const article = `Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh Nam Định ký kết giao ước thi đua năm 2025

Thứ Bảy, 15/02/2025 | 08:30

Sáng 14-2, tại hội trường Hội LHPN tỉnh Nam Định, Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh tổ chức hội nghị ký kết giao ước thi đua năm 2025. Đại diện Ban Thi đua - Khen thưởng tỉnh chứng kiến lễ ký.

Khối gồm 6 đơn vị: Ủy ban MTTQ Việt Nam tỉnh, LĐLĐ tỉnh, Hội CCB tỉnh, Hội LHPN tỉnh, Hội Nông dân tỉnh và Tỉnh Đoàn. Năm nay, Hội LHPN tỉnh giữ vai trò Khối trưởng, Ủy ban MTTQ Việt Nam tỉnh làm Khối phó.

Giao ước năm 2025 có chủ đề “Gần dân, sát việc, về đích đúng hẹn”.

Tại hội nghị, đại diện sáu đơn vị đã ký giao ước với các nội dung chủ yếu sau:
1. Tuyên truyền, đưa việc thi đua về tận thôn, xóm, tổ dân phố để hội viên nào cũng có phần việc.
2. Hỗ trợ mỗi xã một công trình nhỏ mà trẻ em dùng được ngay.
3. Trả lời kip thời kiến nghị của đoàn viên, hội viên trong mười lăm ngày.
4. Triển khai phong trào thi đua “Nam Định chung sức xây dựng nông thôn mới nâng cao, kiểu mẫu” giai đoạn 2021-2025 và phong trào “Dân vận khéo”.
`
