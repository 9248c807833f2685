using System.Text.Json;
using Helm.Chat.BotFramework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Helm.Chat.DirectLine;

/// <summary>What somebody says, with files or without.</summary>
internal static class LineMessages
{
    public static void Map(IEndpointRouteBuilder line, int largestUpload)
    {
        line.MapPost("/conversations/{conversation}/activities", TakeAsync);
        line.MapPost("/conversations/{conversation}/upload", UploadAsync)
            .Accepts<IFormFile>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(largestUpload), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = largestUpload });
    }

    private static Task<IResult> TakeAsync(HttpContext http, Passes passes, LineDesk desk, string conversation) => LineAnswers.With(http, passes, conversation, async pass =>
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Activity>(http.Request.Body, ActivityJson.Options, http.RequestAborted) is { } activity
                ? await SayAsync(http, desk, pass, activity, null)
                : LineAnswers.Refuse(400, "The body is no activity.");
        }
        catch (JsonException problem)
        {
            return LineAnswers.Refuse(400, $"The body is no activity: line {problem.LineNumber + 1}, at {problem.Path ?? "$"}.");
        }
    });

    private static Task<IResult> UploadAsync(HttpContext http, Passes passes, LineDesk desk, string conversation) => LineAnswers.With(http, passes, conversation, async pass =>
    {
        try
        {
            return http.Request.HasFormContentType && await Upload.ReadAsync(http.Request, http.RequestAborted) is { } upload
                ? await SayAsync(http, desk, pass, upload.Activity, upload)
                : LineAnswers.Refuse(400, "The form has no message with one to ten files.");
        }
        catch (InvalidDataException problem)
        {
            return LineAnswers.Refuse(400, $"The form cannot be read: {problem.Message}");
        }
    });

    private static async Task<IResult> SayAsync(HttpContext http, LineDesk desk, Pass pass, Activity activity, Upload? upload) =>
        desk.MayGoOn(pass.PersonId)
            ? Results.Json(new ResourceResponse(await desk.SayAsync(pass, activity, upload, http.RequestAborted)), ActivityJson.Options)
            : LineAnswers.TooFast(http);
}
