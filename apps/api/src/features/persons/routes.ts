import { companyOperation, type Operation } from '../../rest/operation.ts';
import { addPeople, addPerson } from './add-people.ts';
import { endPerson } from './end-person.ts';
import { getPerson, listPeople } from './list-people.ts';
import * as s from './schemas.ts';

export const peopleRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/people',
    id: 'listPeople',
    tag: 'people',
    scope: 'people.read',
    summary: 'List people',
    description: 'People of the company, those entered last first. Numbers and addresses are masked.',
    input: s.ListPeopleInput,
    output: s.PeoplePage,
    outputName: 'PeoplePage',
    run: listPeople,
  }),
  companyOperation({
    method: 'post',
    path: '/people',
    id: 'savePerson',
    tag: 'people',
    scope: 'people.write',
    summary: 'Enter or update a person',
    description:
      'Enters a person with contract, posts and proofs. With an `externalRef` that is known, the person of that reference is brought to what is given, so that sending the same again changes nothing.',
    input: s.AddPersonInput,
    output: s.AddPersonOutput,
    outputName: 'SavedPerson',
    created: ({ personId }) => `/people/${personId}`,
    run: addPerson,
  }),
  companyOperation({
    method: 'post',
    path: '/people/batch',
    id: 'savePeople',
    tag: 'people',
    scope: 'people.write',
    summary: 'Enter or update many people',
    description:
      'Up to 500 rows. Rows with errors are left out and say at which place; the others are stored together.',
    input: s.AddPeopleInput,
    output: s.AddPeopleOutput,
    outputName: 'SavedPeople',
    run: addPeople,
  }),
  companyOperation({
    method: 'get',
    path: '/people/{personId}',
    id: 'getPerson',
    tag: 'people',
    scope: 'people.read',
    summary: 'Read a person',
    description: 'One person with every record of them. Numbers and addresses are masked.',
    input: s.GetPersonInput,
    output: s.PersonDetail,
    outputName: 'Person',
    run: getPerson,
  }),
  companyOperation({
    method: 'post',
    path: '/people/{personId}/departure',
    id: 'endPerson',
    tag: 'people',
    scope: 'people.write',
    summary: 'Record that a person leaves',
    description: 'Ends contract and posts on a day, past or to come, and counts the gaps that this opens.',
    input: s.EndPersonInput,
    output: s.EndPersonOutput,
    outputName: 'EndedPerson',
    mayConflict: true,
    run: endPerson,
  }),
];
