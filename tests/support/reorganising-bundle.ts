// The term in which tests reorganise units.
const monthly = { kind: "count", frequency: "month", overUnits: "sum", overTime: "sum", rule: "at_least" } as const;
const accepted = (unit: string, period: string, n: string) => ({ measure: "m1", unit, period, n, status: "accepted" });

/** Chi bộ 4 leads one task, supports another, and has done a third. */
const tasks = [
  { id: "g1.1", name: "Việc 1", leadUnit: "cb4", supportingUnits: ["cb5"] },
  { id: "g1.2", name: "Việc 2", leadUnit: "cb3", supportingUnits: ["db", "cb4"] },
  { id: "g1.3", name: "Việc 3", leadUnit: "cb4", state: "done", updates: [{ on: "2023-10-01", state: "done" }] },
];

/** A term of a year with three cells, two of them in a section, and figures of the first six months. */
export const reorganisingBundle = {
  format: "tien-do/bundle@1",
  organisation: { name: "Đảng bộ cơ sở" },
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2020-01-01", position: 0 },
    { id: "k1", kind: "section", name: "Khối 1", parent: "db", from: "2020-01-01", position: 1 },
    { id: "cb3", kind: "cell", name: "Chi bộ 3", parent: "db", from: "2020-01-01", position: 3 },
    { id: "cb4", kind: "cell", name: "Chi bộ 4", parent: "k1", from: "2020-01-01", position: 4 },
    { id: "cb5", kind: "cell", name: "Chi bộ 5", parent: "k1", from: "2020-01-01", position: 5 },
  ],
  terms: [
    {
      ...{ id: "2023", name: "Nhiệm kỳ 2023", startsOn: "2023-07-01", endsOn: "2024-06-30" },
      targets: [
        {
          ...{ id: "t1", position: 1, name: "Xây dựng Đảng" },
          measures: [
            { id: "m1", name: "Kết nạp", plan: "12", ...monthly },
            { id: "m2", name: "Kết nạp đoàn viên", plan: "3", units: ["cb4", "cb3"], ...monthly },
          ],
        },
      ],
      taskGroups: [{ id: "g1", position: 1, name: "Nhóm 1", tasks }],
      figures: [
        ...["2023-11", "2023-12"].flatMap((period) => [
          accepted("cb3", period, "1"),
          accepted("cb4", period, "2"),
          accepted("cb5", period, "3"),
        ]),
        accepted("cb3", "2024-01", "1"),
      ],
    },
  ],
};
