/** An article of our own, with a misspelt word, a stranger among the members and a day without its year. */
export const article = `Sáu tổ chức đoàn thể ký giao ước thi đua

Thứ Sáu, 24/02/2023 08:10

Chiều 23-2, tại thành phố Nam Định, Khối thi đua MTTQ và các đoàn thể tỉnh họp bàn công tác năm và ký kết giao ước thi đua năm 2023. Sở Nội vụ dự và chứng kiến lễ ký.

Khối thi đua gồm 6 đơn vị: Ủy ban MTTQ tỉnh, LĐLĐ tỉnh, Hội CCB tỉnh, Hội LHPN tỉnh, Hội Nông dân tỉnh và Hội Chữ thập đỏ tỉnh. Hội LHPN tỉnh là Khối trưởng năm 2023.

Chủ đề thi đua của năm là “Gần dân, sát việc, cùng nhau tiến bộ”.

Các đơn vị cam kết phản ánh kip thời ý kiến của nhân dân; nhận giúp ít nhất 3 hộ khó khăn ở cơ sở; gửi báo cáo đúng hạn cho Khối trưởng.

Hội nghị thống nhất phát động phong trào thi đua “Nhà sạch, ngõ đẹp, làng vui” giai đoạn 2021-2025. Năm qua, các đơn vị đã thực hiện tốt phong trào “Mỗi tuần một việc tử tế”.`
