alter table training_progress
    add column mean_output_norm double precision,
    add column active_triplets  double precision;

comment on column training_progress.mean_pairwise_distance is 'Between the embeddings of the last batch, Euclidean; near 0 the network has collapsed.';
comment on column training_progress.mean_output_norm is 'Mean length of the dense layer''s outputs for the last batch, before sigmoid or sphere.';
comment on column training_progress.active_triplets is 'Share, 0 to 1, of the triplets that the miner could choose in the last batch whose loss is above 0.';
