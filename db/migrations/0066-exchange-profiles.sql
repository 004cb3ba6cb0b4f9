create type exchange_kind as enum ('opinions', 'opinion_counts', 'digests', 'deeds', 'results');

-- What is handed to another system, field by field. An edition holds from its day until the next one of its code; nobody
-- changes one, and none is verified before somebody compared it with a document of its receiver.
create table exchange_edition (
  id uuid primary key,
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  edition integer not null check (edition > 0),
  kind exchange_kind not null,
  name text not null check (name = btrim(name) and name <> ''),
  receiver text not null check (receiver = btrim(receiver) and receiver <> ''),
  -- Where the list of fields comes from.
  source text not null check (source <> ''),
  -- [{"key", "label", "source", "format", "required"}, …] in the order of the columns.
  fields jsonb not null check (jsonb_typeof(fields) = 'array' and jsonb_array_length(fields) > 0),
  from_on date not null,
  -- Empty: it came with the program.
  entered_by uuid references account,
  entered_at timestamptz,
  verified_by uuid references account check (verified_by <> entered_by),
  verified_by_name text not null default '',
  verified_at timestamptz,
  -- The document of the receiver with which it was compared.
  verified_source text not null default '',
  unique (code, edition),
  unique (code, from_on),
  check (num_nonnulls(entered_by, entered_at) in (0, 2)),
  check (num_nonnulls(verified_by, verified_at) in (0, 2)),
  check ((verified_at is null) = (verified_source = ''))
);

insert into exchange_edition (id, code, edition, kind, name, receiver, source, from_on, fields)
select gen_random_uuid(), code, 1, kind::exchange_kind, name, receiver, source, '2000-01-01', fields::jsonb
from (values
  ('mat-tran-so-y-kien', 'opinions', 'Ý kiến đã trả lời công khai', 'Mặt trận số',
   'Danh mục tạm lập khi cài; Mặt trận số chưa công bố mẫu dữ liệu mà chúng tôi đọc được.', '[
    {"key": "ma_y_kien", "label": "Mã ý kiến", "source": "code", "format": "text", "required": true},
    {"key": "tieu_de", "label": "Tiêu đề", "source": "title", "format": "text", "required": true},
    {"key": "noi_dung", "label": "Nội dung đã công khai", "source": "text", "format": "text", "required": true},
    {"key": "chu_de", "label": "Chủ đề", "source": "topic", "format": "text", "required": true},
    {"key": "dia_ban", "label": "Địa bàn", "source": "place", "format": "text", "required": false},
    {"key": "ngay_nhan", "label": "Ngày nhận", "source": "received_on", "format": "iso_day", "required": true},
    {"key": "don_vi_tra_loi", "label": "Đơn vị trả lời", "source": "answering_unit", "format": "text", "required": true},
    {"key": "ngay_tra_loi", "label": "Ngày trả lời", "source": "answered_on", "format": "iso_day", "required": true},
    {"key": "tra_loi", "label": "Nội dung trả lời", "source": "answer", "format": "text", "required": true},
    {"key": "dia_chi", "label": "Địa chỉ công khai", "source": "address", "format": "text", "required": false}]'),
  ('mat-tran-so-so-lieu', 'opinion_counts', 'Số ý kiến theo tháng', 'Mặt trận số',
   'Danh mục tạm lập khi cài; Mặt trận số chưa công bố mẫu dữ liệu mà chúng tôi đọc được.', '[
    {"key": "khoi", "label": "Khối, cụm thi đua", "source": "bloc", "format": "text", "required": true},
    {"key": "tu_ngay", "label": "Từ ngày", "source": "from_on", "format": "iso_day", "required": true},
    {"key": "den_ngay", "label": "Đến ngày", "source": "to_on", "format": "iso_day", "required": true},
    {"key": "cach_chia", "label": "Cách chia", "source": "breakdown", "format": "text", "required": true},
    {"key": "muc", "label": "Mục", "source": "item", "format": "text", "required": true},
    {"key": "so_y_kien", "label": "Số ý kiến", "source": "count", "format": "number", "required": true},
    {"key": "nguong", "label": "Ngưỡng nêu số", "source": "threshold", "format": "number", "required": true}]'),
  ('mat-tran-so-bao-cao', 'digests', 'Báo cáo tình hình Nhân dân, dư luận xã hội', 'Mặt trận số',
   'Danh mục tạm lập khi cài; Mặt trận số chưa công bố mẫu dữ liệu mà chúng tôi đọc được.', '[
    {"key": "khoi", "label": "Khối, cụm thi đua", "source": "bloc", "format": "text", "required": true},
    {"key": "loai", "label": "Loại báo cáo", "source": "kind", "format": "text", "required": true},
    {"key": "tu_ngay", "label": "Từ ngày", "source": "from_on", "format": "iso_day", "required": true},
    {"key": "den_ngay", "label": "Đến ngày", "source": "to_on", "format": "iso_day", "required": true},
    {"key": "co_quan", "label": "Cơ quan ban hành", "source": "issuer", "format": "text", "required": true},
    {"key": "ky_hieu", "label": "Ký hiệu văn bản", "source": "sign", "format": "text", "required": false},
    {"key": "nguoi_ky", "label": "Chức danh người ký", "source": "signer", "format": "text", "required": true},
    {"key": "ngay_van_ban", "label": "Ngày văn bản", "source": "dated_on", "format": "iso_day", "required": true},
    {"key": "noi_dung", "label": "Nội dung", "source": "text", "format": "text", "required": true},
    {"key": "ma_bam", "label": "Mã băm SHA-256 của bản in", "source": "sha256", "format": "text", "required": true}]'),
  ('csdl-tdkt-ket-qua', 'results', 'Kết quả chấm điểm chính thức', 'Cơ sở dữ liệu quốc gia về thi đua, khen thưởng',
   'Danh mục tạm lập khi cài; chưa có mẫu dữ liệu của cơ sở dữ liệu quốc gia để đối chiếu.', '[
    {"key": "khoi", "label": "Khối, cụm thi đua", "source": "bloc", "format": "text", "required": true},
    {"key": "nam", "label": "Năm thi đua", "source": "year", "format": "text", "required": true},
    {"key": "dot", "label": "Đợt chấm điểm", "source": "round", "format": "text", "required": true},
    {"key": "don_vi", "label": "Đơn vị", "source": "unit", "format": "text", "required": true},
    {"key": "tong_diem", "label": "Tổng điểm", "source": "total", "format": "number", "required": true},
    {"key": "diem_toi_da", "label": "Điểm tối đa", "source": "max", "format": "number", "required": true},
    {"key": "xep_hang", "label": "Xếp thứ", "source": "rank", "format": "number", "required": true},
    {"key": "xep_loai", "label": "Xếp loại", "source": "class", "format": "text", "required": false},
    {"key": "danh_hieu", "label": "Danh hiệu đề nghị", "source": "titles", "format": "text", "required": false},
    {"key": "ngay_cong_bo", "label": "Ngày công bố", "source": "made_on", "format": "written_day", "required": true},
    {"key": "ma_bam", "label": "Mã băm SHA-256 của kết quả", "source": "sha256", "format": "text", "required": true}]'),
  ('csdl-tdkt-to-chuc', 'deeds', 'Quyết định sắp xếp tổ chức', 'Cơ sở dữ liệu quốc gia về thi đua, khen thưởng',
   'Danh mục tạm lập khi cài; chưa có mẫu dữ liệu của cơ sở dữ liệu quốc gia để đối chiếu.', '[
    {"key": "ten_van_ban", "label": "Tên văn bản", "source": "document_name", "format": "text", "required": true},
    {"key": "so_ky_hieu", "label": "Số, ký hiệu", "source": "document_number", "format": "text", "required": true},
    {"key": "ngay_ban_hanh", "label": "Ngày ban hành", "source": "document_on", "format": "written_day", "required": true},
    {"key": "co_quan", "label": "Cơ quan ban hành", "source": "document_issuer", "format": "text", "required": true},
    {"key": "ngay_hieu_luc", "label": "Ngày có hiệu lực", "source": "effective_on", "format": "written_day", "required": true},
    {"key": "hinh_thuc", "label": "Hình thức sắp xếp", "source": "kind", "format": "text", "required": true},
    {"key": "don_vi_truoc", "label": "Đơn vị trước sắp xếp", "source": "before", "format": "text", "required": true},
    {"key": "don_vi_sau", "label": "Đơn vị sau sắp xếp", "source": "after", "format": "text", "required": false}]'),
  ('lgsp-quyet-dinh', 'deeds', 'Quyết định sắp xếp tổ chức', 'LGSP tỉnh (nền tảng tích hợp, chia sẻ dữ liệu)',
   'Danh mục tạm lập khi cài; mỗi tỉnh có mẫu dữ liệu riêng, hỏi đơn vị vận hành LGSP.', '[
    {"key": "soKyHieu", "label": "Số, ký hiệu", "source": "document_number", "format": "text", "required": true},
    {"key": "trichYeu", "label": "Tên văn bản", "source": "document_name", "format": "text", "required": true},
    {"key": "ngayVanBan", "label": "Ngày văn bản", "source": "document_on", "format": "iso_day", "required": true},
    {"key": "coQuanBanHanh", "label": "Cơ quan ban hành", "source": "document_issuer", "format": "text", "required": true},
    {"key": "ngayHieuLuc", "label": "Ngày có hiệu lực", "source": "effective_on", "format": "iso_day", "required": true},
    {"key": "donViTruoc", "label": "Đơn vị trước sắp xếp", "source": "before", "format": "text", "required": true},
    {"key": "donViSau", "label": "Đơn vị sau sắp xếp", "source": "after", "format": "text", "required": false}]')
) as shipped (code, kind, name, receiver, source, fields);

do $$ begin
  execute format('revoke delete, truncate on exchange_edition from %I', current_schema());
end $$;
