import type { BundleTaskGroup } from "@/domain/bundle/schema";
import { CELLS_OF_2020, task } from "./task-shape";

const cellLife: BundleTaskGroup = {
  id: "g3",
  position: 3,
  name: "Nền nếp và chất lượng sinh hoạt Đảng",
  tasks: [
    task(
      "g3.1",
      "Duy trì sinh hoạt chi bộ hằng tháng đúng quy định",
      { supporting: CELLS_OF_2020, dueOn: "2025-06-30", targets: ["t4"], result: "Tỷ lệ dự sinh hoạt bình quân từ 95% trở lên." },
      [
        ["2020-12-30", "in_progress", "Các chi bộ sinh hoạt đủ 06/06 tháng."],
        ["2021-11-10", "in_progress", "Khôi phục sinh hoạt trực tiếp sau giãn cách xã hội."],
        ["2022-12-29", "in_progress", "Các chi bộ sinh hoạt đủ các tháng trong năm."],
        ["2025-06-25", "done", "Duy trì nền nếp đến hết nhiệm kỳ."],
      ],
    ),
    task(
      "g3.2",
      "Ban hành quy chế làm việc của Đảng ủy và các chi bộ",
      { dueOn: "2020-12-31", targets: ["t4"], result: "Quy chế được ban hành." },
      [["2020-11-26", "done", "Đã ban hành quy chế làm việc nhiệm kỳ 2020 - 2025."]],
    ),
    task(
      "g3.3",
      "Sinh hoạt chuyên đề mỗi quý ít nhất một lần",
      { supporting: CELLS_OF_2020, dueOn: "2024-12-31", targets: ["t2", "t4"], result: "Mỗi chi bộ ít nhất 04 chuyên đề một năm." },
      [
        ["2021-03-31", "in_progress", "Các chi bộ đã đăng ký chuyên đề năm 2021."],
        ["2023-03-31", "in_progress", "05/06 chi bộ đã sinh hoạt chuyên đề quý I/2023."],
        ["2024-12-27", "done", "Các chi bộ thực hiện đủ số chuyên đề năm 2024."],
      ],
    ),
    task(
      "g3.4",
      "Kiện toàn tổ chức Chi bộ 2, thành lập Chi bộ 6",
      { dueOn: "2022-01-31", targets: ["t4"], result: "Chi bộ 6 hoạt động từ ngày 01/01/2022." },
      [
        ["2021-11-19", "in_progress", "Xây dựng phương án chia tách Chi bộ 2."],
        ["2022-01-14", "done", "Đã công bố quyết định, chuyển sinh hoạt đảng viên."],
      ],
    ),
    task(
      "g3.5",
      "Tạo nguồn và bồi dưỡng quần chúng ưu tú",
      { supporting: ["cb1", "cb2", "cb3"], dueOn: "2024-12-31", targets: ["t6"], result: "Đủ nguồn kết nạp 08 đảng viên mới." },
      [
        ["2021-05-28", "in_progress", "Rà soát nguồn tại các chi bộ."],
        ["2023-04-28", "in_progress", "Cử quần chúng ưu tú dự lớp bồi dưỡng nhận thức về Đảng."],
        ["2024-12-13", "done", "Bảo đảm nguồn kết nạp đến hết nhiệm kỳ."],
      ],
    ),
    task(
      "g3.6",
      "Sắp xếp, hợp nhất các chi bộ theo cơ cấu mới của cơ quan",
      { dueOn: "2024-01-31", targets: ["t4"], result: "Tổ chức chi bộ phù hợp cơ cấu cơ quan." },
      [
        ["2023-09-29", "in_progress", "Xây dựng phương án hợp nhất Chi bộ 4 và Chi bộ 5."],
        ["2024-01-12", "done", "Chi bộ 7 hoạt động từ ngày 01/01/2024."],
      ],
    ),
  ],
};

const inspection: BundleTaskGroup = {
  id: "g4",
  position: 4,
  name: "Công tác kiểm tra, giám sát",
  tasks: [
    task(
      "g4.1",
      "Ban hành chương trình kiểm tra, giám sát toàn khóa",
      { dueOn: "2020-12-31", targets: ["t4", "t5"], result: "Chương trình được ban hành." },
      [["2020-12-18", "done", "Đã ban hành chương trình toàn khóa."]],
    ),
    task(
      "g4.2",
      "Kiểm tra việc chấp hành Quy chế làm việc tại các chi bộ",
      { dueOn: "2022-12-31", targets: ["t4"], result: "Kết luận kiểm tra của Đảng ủy." },
      [
        ["2022-08-30", "in_progress", "Đã kiểm tra 03 chi bộ."],
        ["2022-12-16", "done", "Đã thông báo kết luận kiểm tra."],
      ],
    ),
    task(
      "g4.3",
      "Giám sát chuyên đề việc thực hiện nêu gương của đảng viên",
      { dueOn: "2023-03-31", targets: ["t2", "t5"], result: "Báo cáo giám sát chuyên đề." },
      [
        ["2023-02-17", "in_progress", "Đã ban hành kế hoạch giám sát; lùi lịch làm việc với các chi bộ."],
        ["2023-09-22", "done", "Hoàn thành giám sát, chậm so với kế hoạch."],
      ],
    ),
    task(
      "g4.4",
      "Kiểm tra công tác thu, nộp và sử dụng đảng phí",
      { dueOn: "2023-05-31", targets: ["t5"], result: "Kết luận kiểm tra." },
      [["2023-11-24", "done", "Đã kiểm tra các chi bộ, thông báo kết luận."]],
    ),
    task(
      "g4.5",
      "Giám sát việc khắc phục hạn chế sau kiểm điểm hằng năm",
      { supporting: CELLS_OF_2020, dueOn: "2024-06-30", targets: ["t3", "t5"], result: "Hạn chế được khắc phục, có báo cáo." },
      [
        ["2023-04-14", "in_progress", "Các chi bộ gửi kế hoạch khắc phục."],
        ["2024-06-21", "done", "Đã đánh giá kết quả khắc phục."],
      ],
    ),
    task(
      "g4.6",
      "Tổng kết công tác kiểm tra, giám sát nhiệm kỳ",
      { dueOn: "2025-04-30", targets: ["t5"], result: "Báo cáo tổng kết phục vụ Đại hội." },
      [["2025-04-18", "done", "Đã thông qua báo cáo tổng kết."]],
    ),
  ],
};

const mobilisation: BundleTaskGroup = {
  id: "g5",
  position: 5,
  name: "Công tác dân vận, phong trào “Dân vận khéo”",
  tasks: [
    task(
      "g5.1",
      "Xây dựng kế hoạch công tác dân vận hằng năm",
      { dueOn: "2021-03-31", targets: ["t8"], result: "Kế hoạch được ban hành đầu mỗi năm." },
      [["2021-02-05", "done", "Đã ban hành kế hoạch và quy trình xây dựng kế hoạch hằng năm."]],
    ),
    task(
      "g5.2",
      "Xây dựng tiêu chí đánh giá mô hình “Dân vận khéo”",
      { dueOn: "2022-12-31", targets: ["t8"], result: "Bộ tiêu chí áp dụng từ năm 2023." },
      [
        ["2022-07-29", "in_progress", "Dự thảo bộ tiêu chí, lấy ý kiến các chi bộ."],
        ["2022-12-09", "done", "Đã ban hành bộ tiêu chí."],
      ],
    ),
    task(
      "g5.3",
      "Đăng ký và thực hiện mô hình “Dân vận khéo” tại các chi bộ",
      { supporting: ["cb1", "cb2", "cb3", "cb6"], dueOn: "2024-12-31", targets: ["t8"], result: "Mỗi chi bộ có mô hình được công nhận." },
      [
        ["2023-03-17", "in_progress", "04/06 chi bộ đã đăng ký mô hình."],
        ["2024-12-20", "done", "Các chi bộ đã có mô hình được công nhận."],
      ],
    ),
    task(
      "g5.4",
      "Cải cách thủ tục hành chính, phục vụ doanh nghiệp trong khu kinh tế",
      { lead: "cb3", dueOn: "2025-03-31", targets: ["t7", "t8"], result: "Thủ tục được rút ngắn thời gian giải quyết." },
      [
        ["2022-03-25", "in_progress", "Rà soát các thủ tục có thể rút ngắn thời gian."],
        ["2023-06-16", "in_progress", "Đề xuất rút ngắn thời gian giải quyết 06 thủ tục."],
        ["2025-03-20", "done", "Đã thực hiện các đề xuất được chấp thuận."],
      ],
    ),
  ],
};

export const organisationGroups = [cellLife, inspection, mobilisation];
