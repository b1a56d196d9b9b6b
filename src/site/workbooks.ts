import { downloadText } from '../pages/files.ts';
import type { ReportView } from '../pages/page-views.ts';
import type { DownloadView } from '../pages/view.ts';
import type { WorkbookLink } from '../pages/workbook-views.ts';
import { workbookFile } from './ods.ts';
import type { SiteFile } from './swap.ts';

/** A report, its workbooks as files, and what the link to each of them says once its size is known. */
export type WithWorkbooks = {
  readonly report: ReportView;
  readonly workbooks: readonly SiteFile[];
  readonly sized: (workbook: WorkbookLink) => DownloadView;
};

/** Writes every workbook of a report. */
export function withWorkbooks(report: ReportView): WithWorkbooks {
  const made = report.workbooks.map(workbook => ({ path: workbook.path, bytes: workbookFile(workbook) }));
  const sizes = new Map(made.map(({ path, bytes }) => [path, bytes.length]));
  return {
    report,
    workbooks: made,
    sized: ({ label, path }) => {
      const size = sizes.get(path);
      if (size === undefined) throw new Error(`invalid workbook: ${path} is linked and was not made`);
      return { href: path, text: downloadText(label, path, size) };
    },
  };
}
