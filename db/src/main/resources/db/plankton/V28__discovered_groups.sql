-- Groups of new images that no class claims.
create table discovery
(
    run_id    text primary key references run,
    model_id  text    not null,
    name      text    not null,
    images    integer not null,
    far       integer not null,
    taken     integer not null,
    sampled   integer not null,
    grouped   integer not null,
    cut       double precision,
    agreement double precision
);

create table discovered_group
(
    run_id         text             not null references discovery on delete cascade,
    name           text             not null,
    images         integer          not null,
    mean_distance  double precision not null,
    nearest_class  text             not null,
    class_distance double precision not null,
    primary key (run_id, name)
);

comment on table discovery is 'One row for each run that put new images into groups.';
comment on table discovered_group is 'The groups of such a run.';

create view history.discovery as
select run_id, model_id, name, images, far, taken, sampled, grouped, cut, agreement
from discovery;

comment on view history.discovery is 'One row for each run that put new images into groups, which have no class. Images with the same bytes count once.';
comment on column history.discovery.run_id is 'The run.';
comment on column history.discovery.model_id is 'The model that it used.';
comment on column history.discovery.name is 'The name under which the images were uploaded.';
comment on column history.discovery.images is 'Different images that could be used.';
comment on column history.discovery.far is 'Images that lie farther from all labelled images than nearly all validation images do.';
comment on column history.discovery.taken is 'Images that groups were looked for among: the far ones, or all.';
comment on column history.discovery.sampled is 'Images that were clustered; the other ones joined the nearest group if it was near enough.';
comment on column history.discovery.grouped is 'Images in a group.';
comment on column history.discovery.cut is 'Largest spread of a group: the root of the mean squared distance between two of its images; null if the number of groups was given, or fewer than two images were taken.';
comment on column history.discovery.agreement is 'Adjusted Rand index of the groups that this cut makes of the validation images and their classes; null where cut is.';

create view history.discovered_group as
select run_id, name, images, mean_distance, nearest_class, class_distance
from discovered_group;

comment on view history.discovered_group is 'The groups of a run that put new images into groups.';
comment on column history.discovered_group.run_id is 'The run.';
comment on column history.discovered_group.name is 'The provisional name of the group, group_001 for the largest.';
comment on column history.discovered_group.images is 'Different images in it.';
comment on column history.discovered_group.mean_distance is 'Mean distance of these to their mean.';
comment on column history.discovered_group.nearest_class is 'The known class whose mean of training images is nearest to the mean of the group.';
comment on column history.discovered_group.class_distance is 'Distance of these two means.';

insert into contract_version (version, migration, change)
values (10, 28, 'discovery, discovered_group.');
