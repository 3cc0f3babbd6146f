/** What for a person's data are put together: AVG 15, 16, 21, and Awb chapter 9. */
export const REPORT_GROUNDS = ['access', 'rectification', 'objection', 'complaint'] as const;
export type ReportGround = (typeof REPORT_GROUNDS)[number];
