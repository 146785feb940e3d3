import { router } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { accessLog } from './access-log.ts';
import { addPeople, addPerson } from './add-people.ts';
import { changePerson } from './change-person.ts';
import { endPerson } from './end-person.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { findPerson, getPerson, listPeople } from './list-people.ts';
import { revealField } from './reveal-field.ts';
import * as s from './schemas.ts';

export const peopleRouter = router({
  list: tenantQuery(s.ListPeopleInput, s.PeoplePage, listPeople),
  get: tenantQuery(s.GetPersonInput, s.PersonDetail, getPerson),
  find: tenantMutation(s.FindPersonInput, s.FindPersonOutput, findPerson),
  add: tenantMutation(s.AddPersonInput, s.AddPersonOutput, addPerson),
  addMany: tenantMutation(s.AddPeopleInput, s.AddPeopleOutput, addPeople),
  change: tenantMutation(s.ChangePersonInput, s.ChangePersonOutput, changePerson),
  end: tenantMutation(s.EndPersonInput, s.EndPersonOutput, endPerson),
  reveal: dangerousMutation(s.RevealInput, s.RevealOutput, revealField),
  accessLog: tenantQuery(s.AccessLogInput, s.AccessLog, accessLog),
  export: dangerousMutation(s.ExportPersonInput, s.PersonExport, exportPerson),
  erase: dangerousMutation(s.ErasePersonInput, s.ErasePersonOutput, erasePerson),
});
