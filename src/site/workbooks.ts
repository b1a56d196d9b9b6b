import { downloadText } from '../pages/files.ts';
import type { ReportView } from '../pages/page-views.ts';
import type { DownloadView } from '../pages/view.ts';
import type { WorkbookView } from '../pages/workbook-views.ts';
import type { SiteFile } from './swap.ts';
import { workbookFile } from './workbook-file.ts';

/** A report whose pages link its workbooks, and these as files. */
export type WithWorkbooks = { readonly report: ReportView; readonly workbooks: readonly SiteFile[] };

/** Writes every workbook of a report, and links each, with its size, where its tables are and among the downloads. */
export async function withWorkbooks(report: ReportView): Promise<WithWorkbooks> {
  const made = await Promise.all(
    report.workbooks.map(async workbook => ({ workbook, bytes: await workbookFile(workbook) })),
  );
  const links = made.map(({ workbook, bytes }) => ({ workbook, link: linkOf(workbook, bytes.length) }));
  const linksTo = (edition: string, theme: string | null) =>
    links
      .filter(({ workbook }) => workbook.edition === edition && workbook.theme === theme)
      .map(({ link }) => link);
  return {
    report: {
      ...report,
      downloads: report.downloads.map(page => ({
        ...page,
        whole: [
          ...linksTo(page.edition.id, null).map(link => ({ ...link, about: aboutWhole })),
          ...page.whole,
        ],
        themes: page.themes.map(theme => ({
          ...theme,
          files: [...linksTo(page.edition.id, theme.id), ...theme.files],
        })),
      })),
      themes: report.themes.map(page => ({ ...page, files: linksTo(page.edition.id, page.id) })),
    },
    workbooks: made.map(({ workbook, bytes }) => ({ path: workbook.path, bytes })),
  };
}

const aboutWhole =
  'Every table of this edition, one a worksheet, with a cover, a list of contents and notes. It opens in any spreadsheet program.';

function linkOf({ label, path }: WorkbookView, bytes: number): DownloadView {
  return { href: path, text: downloadText(label, path, bytes) };
}
