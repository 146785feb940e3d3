-- A company outlives the consultancy that entered it. It has no guardian then; the operator hands it over.
alter table authz.org drop constraint org_created_by_org_fkey,
  add constraint org_created_by_org_fkey foreign key (created_by_org) references authz.org on delete set null;
