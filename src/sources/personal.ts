import type { Report } from '../issues.ts';
import { placesOf } from './text.ts';

/** The letters that postcodes of the United Kingdom begin with. */
const postcodeAreas =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE';

/** What is about one person, and has no place in a council folder: each by what it looks like. */
const kinds = {
  'a unique pupil number': /\b[A-Z]\d{11}[\dA-Z]\b/g,
  'an e-mail address': /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  'a full postcode': new RegExp(`\\b(?:${postcodeAreas})\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b`, 'g'),
  'a date of birth':
    /\b(?:born|birth|DOB)\b[^\n]{0,20}?\b\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}|(?:st|nd|rd|th)? [A-Z][a-z]+ (?:19|20)\d\d)\b/gi,
} as const;

/**
 * Reports what is about one person in a text: pupil numbers, e-mail addresses, full postcodes, dates of birth. What was
 * found is not repeated, since issues are kept in logs. Names cannot be told from other words: columns of them can.
 */
export function reportPersonal(text: string, file: string, report: Report): void {
  const found = Object.entries(kinds).flatMap(([what, form]) =>
    [...text.matchAll(form)]
      .filter(({ index }) => !isTeamMailbox(text.slice(0, index), file))
      .map(({ index }) => ({ what, index })),
  );
  if (found.length === 0) return;
  const place = placesOf(text, file);
  for (const { what, index } of found) report(place(index), 'personal-data', what);
}

/** True of the one place where an e-mail address is asked for: that of the council's own contact, after its key. */
function isTeamMailbox(before: string, file: string): boolean {
  return (
    file === 'data/council.yaml' &&
    /^[^\n#]*\bemail: *["']?$/m.test(before.slice(before.lastIndexOf('\n') + 1))
  );
}

/** What columns that name a person are called, in small letters without signs. */
const ofPersons =
  /^(?:(?:former)?upn|uln|uniquepupilnumber|(?:pupil|child|learner|student)?(?:fore|first|sur|last|middle|family|given|full|preferred)name|(?:pupil|child|learner|student)s?name|nameof(?:pupil|child|learner|student)|dob|dateofbirth|birthdate|nhsnumber|ninumber)$/;

/** And those that say where somebody is found: a person or, in publishers' files, a school. */
const ofPlaces =
  /^(?:email(?:address)?|(?:home)?(?:address|postcode)(?:line)?\d?|(?:mobile|tele)?phone(?:number)?)$/;

/** True of the name of a column that says who somebody is: forename, UPN, date of birth and the like. */
export function isPersonColumn(name: string): boolean {
  return ofPersons.test(asLetters(name));
}

/** True of the name of a column that says who somebody is, or where they are found. */
export function isPersonalColumn(name: string): boolean {
  return isPersonColumn(name) || ofPlaces.test(asLetters(name));
}

const asLetters = (name: string) => name.toLowerCase().replace(/[^a-z\d]+/g, '');
