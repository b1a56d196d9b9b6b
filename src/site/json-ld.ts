import type { DatasetView } from '../pages/dataset-views.ts';
import type { ReportView } from '../pages/page-views.ts';
import { addressed } from './findable.ts';

/** The licence under which the figures may be reused, as the foot of every page says. */
const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** The formats of files by the ends of their names. */
const formats: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pdf: 'application/pdf',
};

/** A set of data in the words of schema.org, for the page at `here`; safe to stand inside a script element. */
export function jsonLd(dataset: DatasetView, here: string, report: ReportView): string {
  const { publisher, place } = dataset;
  const organisation = publisher && { '@type': 'Organization', name: publisher.name, url: publisher.website };
  const described = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: dataset.name,
    description: dataset.description,
    url: addressed(dataset.href, here, report),
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    temporalCoverage: `${dataset.from}/${dataset.to}`,
    spatialCoverage: { '@type': 'Place', name: place.name, identifier: place.code },
    creator:
      publisher === null
        ? {
            '@type': 'Organization',
            name: `${place.name}: a demonstration, not a publication of the council`,
          }
        : {
            '@type': 'Organization',
            name: `${publisher.department}, ${publisher.name}`,
            parentOrganization: organisation,
          },
    ...(organisation === null ? {} : { publisher: organisation }),
    license: licence,
    version: dataset.version,
    dateModified: dataset.modified,
    isBasedOn: dataset.sources.map(({ title, organisation, url }) => ({
      '@type': 'CreativeWork',
      name: title,
      url,
      publisher: { '@type': 'Organization', name: organisation },
    })),
    distribution: dataset.files.map(({ name, href }) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: formats[href.slice(href.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      contentUrl: addressed(href, here, report),
    })),
  };
  return JSON.stringify(described).replaceAll('<', '\\u003c');
}
