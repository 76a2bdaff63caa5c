import type { BundleTaskGroup } from "@/domain/bundle/schema";
import { CELLS_OF_2020, task } from "./task-shape";

const education: BundleTaskGroup = {
  id: "g1",
  position: 1,
  name: "Giáo dục chính trị, tư tưởng",
  tasks: [
    task(
      "g1.1",
      "Xây dựng kế hoạch học tập, quán triệt Nghị quyết Đại hội lần thứ III",
      { dueOn: "2020-10-31", targets: ["t1"], result: "Kế hoạch được ban hành, các chi bộ triển khai." },
      [
        ["2020-08-14", "in_progress", "Đã dự thảo kế hoạch, lấy ý kiến các chi bộ."],
        ["2020-10-20", "done", "Đã ban hành kế hoạch và phân công báo cáo viên."],
      ],
    ),
    task(
      "g1.2",
      "Tổ chức học tập, quán triệt nghị quyết, chỉ thị mới hằng quý",
      {
        supporting: CELLS_OF_2020,
        dueOn: "2025-06-30",
        targets: ["t1"],
        result: "100% đảng viên và trên 95% quần chúng tham gia mỗi đợt.",
      },
      [
        ["2020-09-30", "in_progress", "Tổ chức đợt học đầu nhiệm kỳ."],
        ["2021-12-20", "in_progress", "Chuyển một số đợt học sang hình thức trực tuyến."],
        ["2023-03-30", "in_progress", "Hoàn thành đợt học quý I/2023."],
        ["2025-06-20", "done", "Hoàn thành các đợt học của nhiệm kỳ."],
      ],
    ),
    task(
      "g1.3",
      "Đổi mới hình thức học tập, kết hợp trực tiếp và trực tuyến",
      { lead: "cb1", dueOn: "2022-06-30", targets: ["t1"], result: "Các chi bộ có điều kiện học trực tuyến." },
      [
        ["2021-09-15", "in_progress", "Thí điểm học trực tuyến tại Chi bộ 1."],
        ["2022-05-18", "done", "Các chi bộ đã tổ chức được lớp học trực tuyến."],
      ],
    ),
    task(
      "g1.4",
      "Nắm tình hình tư tưởng cán bộ, đảng viên, phản ánh hằng tháng",
      { supporting: CELLS_OF_2020, dueOn: "2025-06-30", targets: ["t4"], result: "Báo cáo tình hình tư tưởng hằng tháng." },
      [
        ["2020-12-25", "in_progress", "Đưa nội dung vào báo cáo tháng của chi bộ."],
        ["2022-12-28", "in_progress", "Duy trì đều, chuyển kịp thời kiến nghị của đảng viên."],
        ["2025-06-18", "done", "Thực hiện đủ các tháng trong nhiệm kỳ."],
      ],
    ),
    task(
      "g1.5",
      "Tổng kết việc học tập, quán triệt nghị quyết trong nhiệm kỳ",
      { dueOn: "2025-03-31", targets: ["t1"], result: "Báo cáo tổng kết phục vụ Đại hội." },
      [
        ["2025-01-15", "in_progress", "Xây dựng đề cương báo cáo tổng kết."],
        ["2025-03-27", "done", "Đã thông qua báo cáo tổng kết."],
      ],
    ),
  ],
};

const example: BundleTaskGroup = {
  id: "g2",
  position: 2,
  name: "Thực hiện Nghị quyết Trung ương 4 và học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
  tasks: [
    task(
      "g2.1",
      "Xây dựng và triển khai chuyên đề học tập hằng năm",
      { dueOn: "2025-03-31", targets: ["t2"], result: "Mỗi năm 01 chuyên đề, có kế hoạch và báo cáo kết quả." },
      [
        ["2021-02-26", "in_progress", "Ban hành chuyên đề năm thứ nhất."],
        ["2022-02-25", "in_progress", "Ban hành chuyên đề năm thứ hai."],
        ["2023-02-24", "in_progress", "Ban hành chuyên đề năm thứ ba."],
        ["2025-03-14", "done", "Đã triển khai đủ các chuyên đề trong nhiệm kỳ."],
      ],
    ),
    task(
      "g2.2",
      "Hướng dẫn đảng viên đăng ký nội dung làm theo hằng năm",
      { supporting: CELLS_OF_2020, dueOn: "2021-03-31", targets: ["t2", "t5"], result: "Mẫu đăng ký thống nhất trong Đảng bộ." },
      [
        ["2021-01-20", "in_progress", "Dự thảo mẫu đăng ký."],
        ["2021-03-22", "done", "Đã ban hành hướng dẫn và mẫu đăng ký."],
      ],
    ),
    task(
      "g2.3",
      "Đưa kết quả thực hiện Nghị quyết Trung ương 4 vào kiểm điểm cuối năm",
      { dueOn: "2021-12-31", targets: ["t5"], result: "Gợi ý kiểm điểm áp dụng cho mọi chi bộ." },
      [
        ["2021-10-29", "in_progress", "Xây dựng nội dung gợi ý kiểm điểm."],
        ["2021-12-24", "done", "Các chi bộ đã kiểm điểm theo nội dung gợi ý."],
      ],
    ),
    task(
      "g2.4",
      "Phát hiện, biểu dương tập thể, cá nhân điển hình",
      { dueOn: "2024-12-31", targets: ["t2"], result: "Có điển hình được biểu dương hằng năm." },
      [
        ["2022-05-19", "in_progress", "Biểu dương các điển hình hai năm đầu nhiệm kỳ."],
        ["2023-05-19", "in_progress", "Biểu dương các điển hình năm thứ ba."],
        ["2024-12-20", "done", "Tổng hợp, đề nghị cấp trên khen thưởng."],
      ],
    ),
  ],
};

export const educationGroups = [education, example];
