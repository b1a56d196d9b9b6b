import type { ReportView } from '../pages/page-views.ts';
import { addDocuments, type Documents } from './documents.ts';
import { addEmbedding } from './embed.ts';
import { addSearch } from './search.ts';

/** What is made of the finished pages: PDFs and their sizes in links, sections to embed, then the search index. */
export async function afterPages(report: ReportView, folder: string, documents: boolean): Promise<Documents> {
  const added = await addDocuments(report, folder, documents);
  await addEmbedding(report, folder);
  await addSearch(report, folder);
  return added;
}
