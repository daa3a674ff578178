"""Makes labelled posts: templates (templates/, by_hand/) filled with values (values/) and words; ../make_labelled runs it."""
