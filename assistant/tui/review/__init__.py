"""The pages of a review: verdict, checklist, remarks, history, and the words. Pure."""
