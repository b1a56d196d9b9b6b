import type { ReportView } from '../pages/page-views.ts';
import { addDocuments, type Documents } from './documents.ts';
import { addEmbedding } from './embed.ts';
import { addSearch } from './search.ts';

/** What is made of the finished pages: PDFs and their sizes in links, then sections to embed and the search index. */
export async function afterPages(report: ReportView, folder: string, documents: boolean): Promise<Documents> {
  const added = await addDocuments(report, folder, documents);
  // The index is made in a process of its own: sections are cut out meanwhile.
  await Promise.all([addSearch(report, folder), addEmbedding(report, folder)]);
  return added;
}
