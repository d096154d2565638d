package dev.plankton.steps.newimages;

/**
 * What one uploaded file shows.
 *
 * @param source path of the file
 * @param objectId the object's name in the upload (EcoTaxa's object_id), or a name made of the path
 * @param status EcoTaxa's status of the object's category, in lower case; blank if it has none
 */
public record ShownObject(String source, String objectId, String status) {}
