using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Turns a call into the SDK's request; the one marshaller for all services.</summary>
internal sealed class AwsMarshaller(Uri endpoint) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = (AwsCall)input;
        var request = new DefaultRequest(call, call.Service.Name)
        {
            HttpMethod = call.Method,
            ResourcePath = call.Path,
            Endpoint = endpoint,
            OverrideSigningServiceName = call.Service.SigningName,
            UseQueryString = call.Query.Count > 0,
            UseDoubleEncoding = call.Service != AwsService.S3,
        };
        Copy(call.PathParts, request.PathResources);
        Copy(call.Query, request.Parameters);
        Copy(call.Headers, request.Headers);
        AddBody(call, request);
        return request;
    }

    private static void AddBody(AwsCall call, DefaultRequest request)
    {
        if (call.Method is "GET" or "HEAD" or "DELETE")
        {
            return;
        }

        request.Content = call.Body;
        if (call.ContentType.Length > 0)
        {
            request.Headers["Content-Type"] = call.ContentType;
        }

        if (call.Service.Target.Length > 0)
        {
            request.Headers["X-Amz-Target"] = $"{call.Service.Target}.{call.Operation}";
        }
    }

    private static void Copy(IReadOnlyDictionary<string, string> from, IDictionary<string, string> to)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value;
        }
    }
}
